import { Select, Text, TextInput } from '@mantine/core';
import { PERSON_LIMITS } from '@milepost/domain';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { useState } from 'react';
import { CreateDepartmentDocument, MoveDepartmentDocument, RenameDepartmentDocument, type TreeDepartmentFragment } from './structure.generated.ts';
import { withAllBelow } from './tree.ts';

interface DialogProps {
  opened: boolean;
  onClose(): void;
  onChanged(): void;
}

type NameDialogProps = DialogProps & ({ department: TreeDepartmentFragment; parent?: undefined } | { parent: TreeDepartmentFragment | null; department?: undefined });

/** Names a department: a new one below `parent`, or `department` anew. */
export function DepartmentNameDialog({ opened, ...rest }: NameDialogProps) {
  const { t } = useTranslation('directory');
  const title = rest.department ? t('department.renameOf', { name: rest.department.name }) : rest.parent ? t('department.addBelowOf', { name: rest.parent.name }) : t('department.add');
  return (
    <Dialog opened={opened} onClose={rest.onClose} title={title}>
      <NameForm {...rest} />
    </Dialog>
  );
}

type NameFormProps = { onClose(): void; onChanged(): void; department?: TreeDepartmentFragment | undefined; parent?: TreeDepartmentFragment | null | undefined };

function NameForm({ department, parent, onClose, onChanged }: NameFormProps) {
  const { t } = useTranslation(['directory', 'ui']);
  const act = useAct();
  const [name, setName] = useState(department?.name ?? '');
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    setProblem(undefined);
    const answer = department
      ? await act(RenameDepartmentDocument, { departmentId: department.id, rowVersion: department.rowVersion, name })
      : await act(CreateDepartmentDocument, { parentId: parent?.id ?? null, name });
    if (answer.is === 'FAILED') return setProblem(`${t('ui:error.networkText')} ${t('ui:error.unsureLost')}`);
    const result = 'renameDepartment' in answer.data ? answer.data.renameDepartment : answer.data.createDepartment;
    onChanged();
    const refused = problemsOf(result);
    if (refused.length > 0) return setProblem(refused.map((each) => each.message).join(' '));
    onClose();
  };
  return (
    <DialogForm submitLabel={department ? t('save') : t('department.add')} ready={name.trim() !== ''} onSubmit={submit} onCancel={onClose}>
      <TextInput
        label={t('name')}
        required
        data-autofocus
        maxLength={PERSON_LIMITS.departmentName}
        value={name}
        error={problem}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      {problem && department && department.name !== name && <Text size="sm">{t('staleName', { name: department.name })}</Text>}
    </DialogForm>
  );
}

const top = 'top';

/** Puts a department, with all below it, somewhere else. */
export function MoveDepartmentDialog({ opened, ...rest }: DialogProps & { department: TreeDepartmentFragment; departments: readonly TreeDepartmentFragment[] }) {
  const { t } = useTranslation('directory');
  return (
    <Dialog opened={opened} onClose={rest.onClose} title={t('department.moveOf', { name: rest.department.name })}>
      <MoveForm {...rest} />
    </Dialog>
  );
}

function MoveForm({ department, departments, onClose, onChanged }: Omit<DialogProps, 'opened'> & { department: TreeDepartmentFragment; departments: readonly TreeDepartmentFragment[] }) {
  const { t } = useTranslation(['directory', 'ui']);
  const act = useAct();
  const [parentId, setParentId] = useState<string | null>(department.parentId ?? top);
  const [problem, setProblem] = useState<string>();
  const inside = withAllBelow(departments, department.id);
  const submit = async () => {
    setProblem(undefined);
    const answer = await act(MoveDepartmentDocument, { departmentId: department.id, rowVersion: department.rowVersion, parentId: parentId === top ? null : parentId });
    if (answer.is === 'FAILED') return setProblem(`${t('ui:error.networkText')} ${t('ui:error.unsureLost')}`);
    onChanged();
    const refused = problemsOf(answer.data.moveDepartment);
    if (refused.length > 0) return setProblem(refused.map((each) => each.message).join(' '));
    onClose();
  };
  return (
    <DialogForm submitLabel={t('department.moveSubmit')} ready={parentId !== null && parentId !== (department.parentId ?? top)} onSubmit={submit} onCancel={onClose}>
      <Text size="sm">{t('department.moveText')}</Text>
      <Select
        // The choices open inside of the dialog.
        mb="10rem"
        label={t('department.below')}
        data-autofocus
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('department.nothing')}
        data={[{ value: top, label: t('department.top') }, ...departments.filter((each) => !inside.has(each.id)).map((each) => ({ value: each.id, label: each.path.join(' › ') }))]}
        value={parentId}
        error={problem}
        onChange={(next) => {
          setParentId(next);
          setProblem(undefined);
        }}
      />
      {problem && <Text size="sm">{t('stalePlace', { path: department.path.join(' › ') })}</Text>}
    </DialogForm>
  );
}
