import { useViewer } from '@milepost/web/session/session-context.tsx';
import type { NamedKind } from '../gql/schema-types.ts';
import { NamedPlaces } from '../features/directory/named-places.tsx';
import { paths } from '../paths.ts';
import { MergeDrawer } from './merge-drawer.tsx';
import { PeopleSections } from './people-sections.tsx';

/** The positions that people hold. */
export const PositionsPage = () => <NamedPlacesPage kind="POSITION" />;

/** The job roles that people have. */
export const JobRolesPage = () => <NamedPlacesPage kind="JOB_ROLE" />;

/** The partner accounts that people learn here for. */
export const PartnerAccountsPage = () => <NamedPlacesPage kind="PARTNER_ACCOUNT" />;

function NamedPlacesPage({ kind }: { kind: NamedKind }) {
  const { permissions } = useViewer();
  return (
    <>
      <PeopleSections />
      <NamedPlaces
        key={kind}
        kind={kind}
        mayEdit={permissions.includes('DIRECTORY_EDIT')}
        pageOf={kind === 'PARTNER_ACCOUNT' ? (id) => paths.partnerAccount.to({ partnerAccountId: id }) : undefined}
        mergeFlow={({ from, places, ...rest }) => {
          const choices = places.filter((each) => each.id !== from.id).map((each) => ({ value: each.id, label: each.name }));
          return <MergeDrawer key={from.id} merge={{ place: kind, from, choices }} {...rest} />;
        }}
      />
    </>
  );
}
