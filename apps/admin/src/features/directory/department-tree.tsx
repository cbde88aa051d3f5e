import { ActionIcon, Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { IconChevronRight, IconPlus, IconSearch } from '@milepost/web/ui/icons.ts';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { DepartmentActions } from './department-actions.tsx';
import { DepartmentNameDialog } from './department-dialogs.tsx';
import classes from './department-tree.module.css';
import { type TreeDepartmentFragment, useDepartmentTreeQuery } from './structure.generated.ts';
import { type DepartmentNode, searchTree, toTree } from './tree.ts';

interface DepartmentTreeProps {
  /** Whether the reader may change the directory. */
  mayEdit: boolean;
  /** The flow that merges one department into another, as the page gives it. */
  mergeFlow(merge: { readonly from: TreeDepartmentFragment; readonly departments: readonly TreeDepartmentFragment[]; onClose(): void; onMerged(): void }): ReactNode;
}

/** The departments as a tree with how many people are in or below each; walked through by keyboard, searched, and changed without dragging (D23). */
export function DepartmentTree({ mayEdit, mergeFlow }: DepartmentTreeProps) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const params = useListParams([]);
  const query = useDepartmentTreeQuery({ fetchPolicy: 'cache-and-network' });
  const departments = useMemo(() => query.data?.departments ?? [], [query.data]);
  const searching = params.search.trim() !== '';
  const { shown, found } = useMemo(() => (searching ? searchTree(departments, params.search) : { shown: departments, found: departments.length }), [departments, params.search, searching]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState(false);
  const [merging, setMerging] = useState<TreeDepartmentFragment>();
  const reread = () => void query.refetch().catch(() => {});
  const state = queryState(query);
  // The top and what is directly below it stand open at first; what was found stands open as far as it was found.
  const isOpen = (node: DepartmentNode): boolean => (searching || node.path.length <= 1) !== toggled.has(node.id);
  const setOpen = (node: DepartmentNode, open: boolean) => {
    if (isOpen(node) === open) return;
    setToggled((before) => {
      const after = new Set(before);
      if (!after.delete(node.id)) after.add(node.id);
      return after;
    });
  };
  const add = mayEdit && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t('department.add')}
    </Button>
  );
  const actions = (node: DepartmentNode) => mayEdit && <DepartmentActions department={node} departments={departments} onChanged={reread} onMerge={() => setMerging(node)} />;
  return (
    <section>
      <PageHeading title={t('sections.departments')} count={query.data ? format.number(departments.length) : undefined} action={add} />
      <Stack>
        <TextInput
          type="search"
          aria-label={t('tree.search')}
          placeholder={t('tree.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          maw="24rem"
          value={params.search}
          onChange={(event) => params.setSearch(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed" role="status">
          {searching ? t('tree.found', { count: found, number: format.number(found) }) : ''}
        </Text>
        {state.is === 'loading' && <ListSkeleton />}
        {state.is === 'failed' && <ErrorState failure={state.failure} onRetry={state.retry} />}
        {state.is === 'ready' && departments.length === 0 && <EmptyState title={t('tree.emptyTitle')} text={t('tree.emptyText')} action={add} />}
        {state.is === 'ready' && shown.length > 0 && (
          <>
            <Text size="xs" c="dimmed" visibleFrom="sm">
              {t('tree.keys')}
            </Text>
            {/* Arrow keys are an addition: every row is reached by Tab, too. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
            <ul className={classes.tree} aria-label={t('tree.label')} onKeyDown={walk}>
              {toTree(shown).map((node) => (
                <Branch key={node.id} node={node} isOpen={isOpen} setOpen={setOpen} actions={actions} />
              ))}
            </ul>
          </>
        )}
        {state.is === 'ready' && searching && found === 0 && departments.length > 0 && <Text>{t('tree.nothing', { text: params.search })}</Text>}
      </Stack>
      <DepartmentNameDialog opened={adding} parent={null} onClose={() => setAdding(false)} onChanged={reread} />
      {merging && mergeFlow({ from: merging, departments, onClose: () => setMerging(undefined), onMerged: reread })}
    </section>
  );
}

interface BranchProps {
  node: DepartmentNode;
  isOpen(node: DepartmentNode): boolean;
  setOpen(node: DepartmentNode, open: boolean): void;
  actions(node: DepartmentNode): ReactNode;
}

function Branch({ node, isOpen, setOpen, actions }: BranchProps) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const open = isOpen(node);
  const people = node.peopleCount ?? 0;
  return (
    <li>
      <Group className={classes.row} wrap="nowrap" gap="xs">
        {node.parts.length > 0 ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            className={classes.toggle}
            aria-expanded={open}
            aria-label={open ? t('tree.close', { name: node.name }) : t('tree.open', { name: node.name })}
            onClick={() => setOpen(node, !open)}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        ) : (
          <span className={classes.leaf} />
        )}
        <Anchor component={Link} to={`${paths.people.to()}?department=${node.id}`} className={classes.name} data-department>
          {node.name}
        </Anchor>
        <span className={classes.count}>{t('people', { count: people, number: format.number(people) })}</span>
        {actions(node)}
      </Group>
      {open && node.parts.length > 0 && (
        <ul>
          {node.parts.map((part) => (
            <Branch key={part.id} node={part} isOpen={isOpen} setOpen={setOpen} actions={actions} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Arrow keys from name to name: up and down, right into a department that it opens, left out of one that it closes. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-department]')];
  const row = (event.target as HTMLElement).closest('li');
  const place = names.findIndex((name) => name.closest('li') === row);
  if (!row || place < 0 || (event.target as HTMLElement).getAttribute('aria-haspopup')) return;
  const toggle = row.querySelector<HTMLElement>(':scope > div > [aria-expanded]:not([aria-haspopup])');
  const isOpen = toggle?.getAttribute('aria-expanded') === 'true';
  const above = row.parentElement?.closest('li')?.querySelector<HTMLElement>('[data-department]');
  const moves: Record<string, (() => void) | undefined> = {
    ArrowDown: () => names[place + 1]?.focus(),
    ArrowUp: () => names[place - 1]?.focus(),
    Home: () => names[0]?.focus(),
    End: () => names.at(-1)?.focus(),
    ArrowRight: () => (isOpen ? names[place + 1]?.focus() : toggle?.click()),
    ArrowLeft: () => (isOpen ? toggle?.click() : above?.focus()),
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  move();
}
