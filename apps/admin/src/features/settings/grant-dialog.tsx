import { useApolloClient } from '@apollo/client/react';
import { Checkbox, Select, Stack } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { type AudienceChoice, AudiencePicker } from '@milepost/web/ui/audience-picker.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { AdminRole, Right } from '../../gql/schema-types.ts';
import { GrantAdminDocument, GrantPeopleDocument } from './access.generated.ts';
import { ProblemNote } from './problem-note.tsx';
import { isWholeScope, type Scope, ScopeFields } from './scope-fields.tsx';

const roles = ['MASTER_ADMIN', 'SUB_ADMIN', 'PLAN_ADMIN', 'PARTNER_ADMIN', 'AUDITOR'] as const satisfies readonly AdminRole[];
const rights = ['COMPLETIONS', 'CONTENT', 'PEOPLE', 'SETTINGS', 'ASSIGN'] as const satisfies readonly Right[];

interface GrantDialogProps {
  opened: boolean;
  onClose(): void;
  onGranted(): void;
}

/** Makes somebody an admin: who, what, for whom, and what beyond the role. */
export function GrantDialog({ opened, onClose, onGranted }: GrantDialogProps) {
  const { t } = useTranslation(['settings', 'ui']);
  return (
    <Dialog opened={opened} onClose={onClose} title={t('grant.button')}>
      <GrantForm onClose={onClose} onGranted={onGranted} />
    </Dialog>
  );
}

function GrantForm({ onClose, onGranted }: Omit<GrantDialogProps, 'opened'>) {
  const { t } = useTranslation(['settings', 'ui']);
  const client = useApolloClient();
  const act = useAct();
  const [person, setPerson] = useState<AudienceChoice>();
  const [role, setRole] = useState<AdminRole>('PLAN_ADMIN');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [scope, setScope] = useState<Scope>({ scopeKind: 'ORGANIZATION', scopeId: null });
  const [problem, setProblem] = useState<string>();
  const search = async (_kind: string, text: string): Promise<readonly AudienceChoice[]> => {
    const { data } = await client.query({ query: GrantPeopleDocument, variables: { search: text }, fetchPolicy: 'network-only' });
    return data?.people.edges.map(({ node }) => ({ kind: 'people', id: node.id, name: node.displayName, note: node.employeeNumber ?? node.email ?? '' })) ?? [];
  };
  const submit = async () => {
    if (!person) return;
    setProblem(undefined);
    const answer = await act(GrantAdminDocument, { personId: person.id, role, rights: chosen as Right[], ...scope });
    if (answer.is === 'FAILED') return setProblem(`${t('ui:error.networkText')} ${t('ui:error.unsureLost')}`);
    const problems = problemsOf(answer.data.grantAdmin);
    if (problems.length > 0) return setProblem(problems.map((each) => each.message).join(' '));
    onGranted();
    onClose();
  };
  return (
    <DialogForm submitLabel={t('grant.submit')} ready={person !== undefined && isWholeScope(scope)} onSubmit={submit} onCancel={onClose}>
      <ProblemNote text={problem} />
      <AudiencePicker kinds={['people']} value={person ? [person] : []} onChange={(next) => setPerson(next.at(-1))} search={search} />
      <Select
        label={t('grant.role')}
        description={t(`role.${role}.text`)}
        allowDeselect={false}
        value={role}
        data={roles.map((each) => ({ value: each, label: t(`role.${each}.name`) }))}
        onChange={(next) => setRole(next as AdminRole)}
      />
      <ScopeFields value={scope} onChange={setScope} />
      <Checkbox.Group label={t('grant.rights')} value={[...chosen]} onChange={setChosen}>
        <Stack gap="xs" mt="xs">
          {rights.map((right) => (
            <Checkbox key={right} value={right} label={t(`right.${right}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </DialogForm>
  );
}
