import { closestCenter, DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { IconGripVertical } from '@milepost/web/ui/icons.ts';
import { type CSSProperties, type ReactNode, useMemo } from 'react';
import classes from './content-step.module.css';

interface SortableListProps {
  ids: readonly string[];
  onMove(from: number, to: number): void;
  children: ReactNode;
}

// The same object each time, or every row would be rendered again with its list.
const pointer = { activationConstraint: { distance: 6 } };

// Whoever drags sees where it goes; the list says it when it is dropped, and all can be done by its buttons (WCAG 2.5.7).
const silent = () => undefined;
const accessibility = {
  announcements: { onDragStart: silent, onDragOver: silent, onDragEnd: silent, onDragCancel: silent },
  screenReaderInstructions: { draggable: '' },
};

/** Lets the rows of a list be dragged by their handles; around its `ol`, with a {@link useDraggedRow} in each row. */
export function SortableList({ ids, onMove, children }: SortableListProps) {
  const mark = ids.join(' ');
  // Another list is another order to all its rows: of 200 none is rendered as long as it is the same.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is in it says whether it is the same
  const same = useMemo(() => [...ids], [mark]);
  const sensors = useSensors(useSensor(PointerSensor, pointer));
  const drop = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return;
    onMove(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} accessibility={accessibility} onDragEnd={drop}>
      <SortableContext items={same} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

interface DraggedRow {
  readonly row: { readonly ref: (node: HTMLElement | null) => void; readonly style: CSSProperties };
  readonly isDragged: boolean;
  /** For pointers only: the keyboard has the buttons beside it. */
  readonly handle: ReactNode;
}

/** What makes a row of a {@link SortableList} follow the pointer. */
export function useDraggedRow(id: string): DraggedRow {
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({ id });
  const style: CSSProperties = { transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined, transition: transition ?? undefined };
  return {
    row: { ref: setNodeRef, style },
    isDragged: isDragging,
    handle: (
      <span className={classes.handle} ref={setActivatorNodeRef} {...listeners} aria-hidden>
        <IconGripVertical size={18} />
      </span>
    ),
  };
}
