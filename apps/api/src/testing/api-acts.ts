import { buildCatalog } from '../features/catalogs/catalog.factory.ts';
import { buildCaller } from '../features/access/caller.factory.ts';
import { buildAssignmentPreview } from '../features/assignments/assignment.factory.ts';
import { buildPlan } from '../features/learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from '../features/people-import/person.factory.ts';
import { eventually } from '../platform/testing/eventually.ts';
import type { Database } from '../platform/database/database.ts';
import type { TestClient } from '../platform/testing/graphql-client.ts';
import type { TestSession } from './start-test-server.ts';

/** What acts are tried on: a plan admin's plans, assigned to a learner. */
export interface ActStage {
  readonly database: Database;
  readonly owner: BuiltPerson;
  readonly learner: BuiltPerson;
  readonly courseId: string;
  /** Published and assigned; whether others may work with it is what tells two stages apart. */
  readonly planId: string;
  readonly assignmentId: string;
  readonly enrollmentId: string;
  readonly operationId: string;
  readonly milestoneKey: string;
  readonly collaborationAllowed: boolean;
}

/** Carries out an act as a caller; answers whether it was let through. */
export type TryAct = (client: TestClient, stage: ActStage) => Promise<boolean>;

interface Draft {
  readonly id: string;
  readonly rowVersion: number;
  readonly draftRowVersion: number;
}

/** Names that a result union gives to a refusal of rights; other refusals are about the input of somebody who may. */
const refusedTypes = new Set(['NotFound', 'NotAllowed']);

async function isLetThrough(client: TestClient, query: string, variables: object): Promise<boolean> {
  const { body, status, text } = await client.graphql<Record<string, { __typename?: string; edges?: unknown[] } | null>>(query, variables);
  if (body.errors?.[0]?.extensions.code === 'FORBIDDEN') return false;
  if (body.errors || !body.data) throw new Error(`${status} ${text}`);
  const [found] = Object.values(body.data);
  if (found === null || found === undefined) return false;
  if (found.edges) return found.edges.length > 0;
  return !refusedTypes.has(found.__typename ?? '');
}

const call =
  (query: string, variables: (stage: ActStage) => object = () => ({})): TryAct =>
  (client, stage) =>
    isLetThrough(client, query, variables(stage));

/** A mutation on a new draft of the owner's. */
const onDraft =
  (query: string, input: (draft: Draft) => object): TryAct =>
  async (client, stage) =>
    isLetThrough(client, query, { input: input(await makeDraft(stage)) });

async function makeDraft({ database, owner, courseId, collaborationAllowed }: ActStage): Promise<Draft> {
  const id = await buildPlan(database, buildCaller(owner, 'PLAN_ADMIN'), { milestones: [{ items: [courseId] }], published: false });
  const [row] = await database.write(owner, (transaction) =>
    transaction.query<{ rowVersion: number; draftRowVersion: number }>(
      `UPDATE learning_plan p SET collaboration_allowed = $2 FROM plan_version v WHERE p.id = $1 AND v.id = p.draft_version_id
       RETURNING p.row_version AS "rowVersion", v.row_version AS "draftRowVersion"`,
      [id, collaborationAllowed],
    ),
  );
  return { id, ...row! };
}

const publishedVersionId = async ({ database, owner, planId }: ActStage): Promise<string> => {
  const [row] = await database.read(owner, (transaction) => transaction.query<{ id: string }>('SELECT published_version_id AS id FROM learning_plan WHERE id = $1', [planId]));
  return row!.id;
};

const newPersonId = async ({ database, owner }: ActStage): Promise<string> => (await buildPeople(database, owner.organizationId, [{}]))[0]!.id;

async function upload(client: TestClient, purpose: string): Promise<boolean> {
  const { status } = await client.send('POST', '/files/uploads', undefined, {
    'tus-resumable': '1.0.0',
    'upload-length': '3',
    'upload-metadata': `purpose ${Buffer.from(purpose).toString('base64')},filename ${Buffer.from('a').toString('base64')}`,
  });
  if (status !== 201 && status !== 403) throw new Error(`An upload was answered with ${status}`);
  return status === 201;
}

/** Opens a subscription as somebody who is signed in; whether it begins by telling how things are, and is not refused. */
const watch =
  (query: string, variables: (stage: ActStage) => object | Promise<object> = () => ({})): TryAct =>
  async (client, stage) => {
    const socket = await (client as TestSession).socket();
    const id = socket.subscribe(query, await variables(stage));
    const frame = await eventually('the subscription is answered', () => socket.frames.find((each) => each.id === id));
    socket.cut();
    return frame.type === 'next' && !(frame.payload as { errors?: unknown }).errors;
  };

/** What the plan and the content of a stage are called, among others that the acts make. */
export const stagedName = 'Staged';

const findsToAssign = (wanted: (stage: ActStage) => string): TryAct => async (client, stage) => {
  const { body } = await client.graphql<{ assignableTargets: { id: string }[] }>(`{ assignableTargets(search: "${stagedName}") { id } }`);
  return body.data?.assignableTargets.some(({ id }) => id === wanted(stage)) ?? false;
};

const stagedCatalog = (database: ActStage['database'], owner: ActStage['owner']): Promise<string> => buildCatalog(database, buildCaller(owner, 'MASTER_ADMIN'), { audience: null });

/** Whether something is listed that nobody listed before. */
async function fills(client: TestClient, { database, owner }: ActStage, what: object): Promise<boolean> {
  const input = { catalogIds: [await stagedCatalog(database, owner)], ...what };
  const { body } = await client.graphql<{ addToCatalogs: { changed?: number } }>('mutation ($input: CatalogFillingInput!) { addToCatalogs(input: $input) { ... on CatalogFilling { changed } } }', { input });
  return (body.data?.addToCatalogs.changed ?? 0) > 0;
}

/** The acts of the rights matrix (domain.md 2.11) that the API has, each as one call. */
export const apiActs: Readonly<Record<string, TryAct>> = {
  'enter the administration': async (client) => (await client.send<{ viewer: { isAdmin: boolean } }>('GET', '/api/session')).body.viewer.isAdmin,
  'read a plan': call('query ($id: ID!) { learningPlan(id: $id) { id } }', ({ planId }) => ({ id: planId })),
  'list a plan': async (client, { planId }) => {
    const { body } = await client.graphql<{ learningPlans: { edges: { node: { id: string } }[] } }>('{ learningPlans(first: 100) { edges { node { id } } } }');
    return body.data?.learningPlans.edges.some(({ node }) => node.id === planId) ?? false;
  },
  'edit basics': onDraft('mutation ($input: UpdatePlanBasicsInput!) { updatePlanBasics(input: $input) { __typename } }', ({ id, draftRowVersion }) => ({
    planId: id,
    rowVersion: draftRowVersion,
    name: 'Renamed',
  })),
  'edit content': onDraft('mutation ($input: AddMilestoneInput!) { addMilestone(input: $input) { __typename } }', ({ id, draftRowVersion }) => ({
    planId: id,
    rowVersion: draftRowVersion,
    milestone: { name: 'One more', metric: 'NONE' },
  })),
  publish: onDraft('mutation ($input: PublishLearningPlanInput!) { publishLearningPlan(input: $input) { __typename } }', ({ id, draftRowVersion }) => ({
    planId: id,
    rowVersion: draftRowVersion,
  })),
  'begin the next version': call('mutation ($input: CreateNextVersionInput!) { createNextVersion(input: $input) { __typename } }', ({ planId }) => ({ input: { planId } })),
  'publish the next version': call('mutation ($input: PreviewPublishVersionInput!) { previewPublishVersion(input: $input) { __typename } }', ({ planId }) => ({
    input: { planId, rowVersion: 0, choice: 'PIN' },
  })),
  'move people to the next version': call('mutation ($input: PreviewPublishVersionInput!) { previewPublishVersion(input: $input) { __typename } }', ({ planId }) => ({
    input: { planId, rowVersion: 0, choice: 'MOVE_ALL_OPEN' },
  })),
  'discard a draft': onDraft('mutation ($input: DiscardDraftInput!) { discardDraft(input: $input) { __typename } }', ({ id, draftRowVersion }) => ({ planId: id, rowVersion: draftRowVersion })),
  'list the versions': call('query ($id: ID!) { planVersions(planId: $id) { id } }', ({ planId }) => ({ id: planId })),
  'see how many are on a version': async (client, { planId }) => {
    const { body } = await client.graphql<{ planVersions: { people: number | null }[] | null }>('query ($id: ID!) { planVersions(planId: $id) { people } }', { id: planId });
    return body.data?.planVersions?.some(({ people }) => people !== null) ?? false;
  },
  'see which versions people are on': async (client, { planId }) => {
    const { body } = await client.graphql<{ trackedPlan: { versionsInUse: unknown[] } | null }>('query ($id: ID!) { trackedPlan(id: $id) { versionsInUse { id } } }', { id: planId });
    return (body.data?.trackedPlan?.versionsInUse.length ?? 0) > 0;
  },
  'watch a plan': watch('subscription ($id: ID!) { learningPlanChanged(id: $id) { id } }', ({ planId }) => ({ id: planId })),
  'compare versions': async (client, stage) =>
    isLetThrough(client, 'query ($id: ID!, $version: ID) { versionDiff(planId: $id, toVersionId: $version) { changes { kind } } }', { id: stage.planId, version: await publishedVersionId(stage) }),
  'inactivate a plan': call('mutation ($input: PreviewPlanLifecycleInput!) { previewPlanLifecycle(input: $input) { __typename } }', ({ planId }) => ({ input: { planId, act: 'INACTIVATE' } })),
  'delete a draft': onDraft('mutation ($input: DeleteLearningPlanInput!) { deleteLearningPlan(input: $input) { __typename } }', ({ id, draftRowVersion }) => ({ planId: id, rowVersion: draftRowVersion })),
  'copy a plan': call('mutation ($input: DuplicateLearningPlanInput!) { duplicateLearningPlan(input: $input) { __typename } }', ({ planId }) => ({ input: { planId, name: 'A copy', depth: 'SHELL' } })),
  'import a plan file': call('mutation ($input: ImportPlanFileInput!) { importPlanFile(input: $input) { __typename } }', () => ({ input: { file: {} } })),
  'read the word for plans': call('{ planTerms { rowVersion } }'),
  'change the word for plans': call('mutation ($input: SetPlanTermsInput!) { setPlanTerms(input: $input) { __typename } }', () => ({ input: { rowVersion: 0, terms: [] } })),
  'read checks for drift': call('{ driftChecks { id } }'),
  'check for drift': call('mutation ($input: StartDriftCheckInput!) { startDriftCheck(input: $input) { __typename } }', () => ({ input: { repair: false } })),
  'set collaboration': onDraft('mutation ($input: SetPlanCollaborationInput!) { setPlanCollaboration(input: $input) { __typename } }', ({ id, rowVersion }) => ({
    planId: id,
    rowVersion,
    allowed: false,
  })),
  'set visible range': onDraft('mutation ($input: SetPlanVisibleRangeInput!) { setPlanVisibleRange(input: $input) { __typename } }', ({ id, rowVersion }) => ({
    planId: id,
    rowVersion,
    visibleRange: { kind: 'EVERYONE' },
  })),
  'list the catalogs': async (client, { database, owner }) => {
    await stagedCatalog(database, owner);
    return isLetThrough(client, '{ catalogs(first: 100) { edges { node { id } } } }', {});
  },
  'watch a catalog': watch('subscription ($id: ID!) { catalogChanged(id: $id) { id } }', async ({ database, owner }) => ({ id: await stagedCatalog(database, owner) })),
  'make a catalog': call('mutation ($input: CreateCatalogInput!) { createCatalog(input: $input) { __typename } }', () => ({ input: { name: '' } })),
  'see what removing one would do': async (client, { database, owner }) => isLetThrough(client, 'query ($id: ID!) { catalogRemoval(id: $id) { people } }', { id: await stagedCatalog(database, owner) }),
  'put a plan into a catalog': (client, stage) => fills(client, stage, { planIds: [stage.planId] }),
  'put a course into a catalog': (client, stage) => fills(client, stage, { learningObjectIds: [stage.courseId] }),
  'open the Learning centre': call('{ learningCentre { total } }'),
  'watch the Learning centre': watch('subscription { learningCentreChanged { __typename } }'),
  'watch the inbox': watch('subscription { inboxChanged { unread } }'),
  'open the inbox': call('{ inboxState { unread } }'),
  assign: call('mutation ($input: PreviewAssignmentInput!) { previewAssignment(input: $input) { __typename } }', ({ planId, learner }) => ({
    input: { planId, audience: { kind: 'PEOPLE', personIds: [learner.id] } },
  })),
  'assign content': call('mutation ($input: PreviewAssignmentInput!) { previewAssignment(input: $input) { __typename } }', ({ courseId, learner }) => ({
    input: { targets: [{ learningObjectId: courseId }], audience: { kind: 'PEOPLE', personIds: [learner.id] } },
  })),
  'assign by a list': call('mutation ($input: PreviewAssignmentImportInput!) { previewAssignmentImport(input: $input) { __typename } }', ({ planId }) => ({ input: { fileId: 'none', planId } })),
  'find a plan to assign': findsToAssign(({ planId }) => planId),
  'find content to assign': findsToAssign(({ courseId }) => courseId),
  'see that one may assign': async (client, { learner }) => {
    const { body } = await client.graphql<{ person: { viewerCan: { assign: boolean } } | null }>('query ($id: ID!) { person(id: $id) { viewerCan { assign } } }', { id: learner.id });
    return body.data?.person?.viewerCan.assign ?? false;
  },
  'override one person': call('mutation ($input: OverrideInput!) { overrideEnrollment(input: $input) { __typename } }', ({ enrollmentId }) => ({
    input: { enrollmentId, revision: 0, action: 'NO_ACTION', note: 'Tried by the test', reason: 'Because' },
  })),
  'hold or open a step': call('mutation ($input: StepReleaseInput!) { setStepRelease(input: $input) { __typename } }', ({ enrollmentId, milestoneKey }) => ({
    input: { enrollmentId, milestoneKey, act: 'RESUME', reason: 'Because' },
  })),
  'see that one may override': async (client, { enrollmentId }) => {
    const { body } = await client.graphql<{ enrollment: { viewerCan: { override: boolean } } | null }>('query ($id: ID!) { enrollment(id: $id) { viewerCan { override } } }', {
      id: enrollmentId,
    });
    return body.data?.enrollment?.viewerCan.override ?? false;
  },
  'set due dates of many': call('mutation ($input: PreviewSetDueInput!) { previewSetDue(input: $input) { __typename } }', ({ planId, learner }) => ({
    input: { planId, personIds: [learner.id], due: '2099-01-01', reason: 'Because' },
  })),
  'waive for many': call('mutation ($input: PreviewWaiveInput!) { previewWaive(input: $input) { __typename } }', ({ planId, learner, milestoneKey }) => ({
    input: { planId, personIds: [learner.id], milestoneKey, reason: 'Because' },
  })),
  'hold or open a step for many': call('mutation ($input: PreviewStepReleaseInput!) { previewStepRelease(input: $input) { __typename } }', ({ planId, learner, milestoneKey }) => ({
    input: { planId, personIds: [learner.id], milestoneKey, act: 'HOLD', reason: 'Because' },
  })),
  'add a completion': call('mutation ($input: PreviewAddCompletionsInput!) { previewAddCompletions(input: $input) { __typename } }', ({ courseId, learner }) => ({
    input: { type: 'COURSE', itemId: courseId, personIds: [learner.id], completedOn: '2026-01-01' },
  })),
  'take a completion back': call('mutation ($input: PreviewRevokeCompletionsInput!) { previewRevokeCompletions(input: $input) { __typename } }', ({ courseId, learner }) => ({
    input: { type: 'COURSE', records: [{ personId: learner.id, itemId: courseId }], reason: 'Because' },
  })),
  'complete again what was taken back': call('mutation ($input: ReevaluateTrainingInput!) { reevaluateTraining(input: $input) { __typename } }', ({ courseId, learner }) => ({ input: { personId: learner.id, itemId: courseId } })),
  'upload evidence': (client) => upload(client, 'EVIDENCE'),
  'take a plan away': call('mutation ($input: PreviewUnassignInput!) { previewUnassign(input: $input) { __typename } }', ({ planId, learner }) => ({
    input: { planId, personIds: [learner.id], reason: 'Because' },
  })),
  'commit what the owner previewed': async (client, stage) => {
    const { database, owner, planId, learner } = stage;
    const id = await buildAssignmentPreview(database, buildCaller(owner, 'PLAN_ADMIN'), planId, { audience: { kind: 'PEOPLE', personIds: [learner.id as never] } });
    const [preview] = await database.read(owner, (transaction) => transaction.query<{ hash: string }>('SELECT preview_hash AS hash FROM operation WHERE id = $1', [id]));
    return isLetThrough(client, 'mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', {
      input: { operationId: id, previewHash: preview!.hash },
    });
  },
  'read assignments': call('query ($id: ID!) { assignments(planId: $id) { edges { node { id } } } }', ({ planId }) => ({ id: planId })),
  'read an assignment': call('query ($id: ID!) { assignment(id: $id) { id } }', ({ assignmentId }) => ({ id: assignmentId })),
  'read a bulk act': call('query ($id: ID!) { operation(id: $id) { id } }', ({ operationId }) => ({ id: operationId })),
  'watch a bulk act': watch('subscription ($id: ID!) { operationProgress(id: $id) { id } }', ({ operationId }) => ({ id: operationId })),
  'watch the progress of a plan': watch('subscription ($id: ID!) { planProgressChanged(planId: $id) { total } }', ({ planId }) => ({ id: planId })),
  'track a plan': call('query ($id: ID!) { planProgress(planId: $id) { total } }', ({ planId }) => ({ id: planId })),
  'track a plan that one reads': async (client, { planId }) => {
    const { body } = await client.graphql<{ learningPlan: { progress: unknown } | null }>('query ($id: ID!) { learningPlan(id: $id) { progress { total } } }', { id: planId });
    return Boolean(body.data?.learningPlan?.progress);
  },
  'simulate a person': call('query ($planId: ID!, $personId: ID!) { simulation(planId: $planId, personId: $personId) { personName } }', ({ planId, learner }) => ({ planId, personId: learner.id })),
  "track a person's progress": call('query ($id: ID!) { enrollment(id: $id) { id } }', ({ enrollmentId }) => ({ id: enrollmentId })),
  "list a plan's progress": call('query ($id: ID!) { enrollments(filter: { planId: $id }) { edges { node { id } } } }', ({ planId }) => ({ id: planId })),
  'ask why somebody stands where they do': async (client, { learner, planId }) => {
    const { body } = await client.graphql<{ explainTraining: object | null }>('query ($personId: ID!, $itemId: ID!) { explainTraining(personId: $personId, itemId: $itemId) { sentence } }', { personId: learner.id, itemId: planId });
    return body.data?.explainTraining != null;
  },
  'look at a plan as of a day': call('query ($id: ID!, $asOf: AsOfInput!) { pastStandings(asOf: $asOf, filter: { planId: $id }) { edges { node { enrollmentId } } } }', ({ planId }) => ({
    id: planId,
    asOf: { date: new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin' }).format() },
  })),
  'find a plan by its people': async (client, { planId }) => {
    const { body } = await client.graphql<{ trackedPlans: { edges: { node: { id: string } }[] } }>('{ trackedPlans(first: 100) { edges { node { id } } } }');
    return body.data?.trackedPlans.edges.some(({ node }) => node.id === planId) ?? false;
  },
  'follow a plan of people': call('query ($id: ID!) { trackedPlan(id: $id) { id } }', ({ planId }) => ({ id: planId })),
  'read a person': call('query ($id: ID!) { person(id: $id) { id } }', ({ learner }) => ({ id: learner.id })),
  'invite a person': async (client, stage) =>
    isLetThrough(client, 'mutation ($input: CreateSignInLinkInput!) { createSignInLink(input: $input) { __typename } }', { input: { personId: stage.learner.id } }),
  'add a person': call('mutation ($input: CreatePersonInput!) { createPerson(input: $input) { __typename } }', () => ({ input: { displayName: '' } })),
  'edit a person': call('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { __typename } }', ({ learner }) => ({
    input: { personId: learner.id, rowVersion: 0, displayName: 'Another' },
  })),
  'suspend a person': call('mutation ($input: SetPersonStatusInput!) { setPersonStatus(input: $input) { __typename } }', ({ learner }) => ({
    input: { personId: learner.id, rowVersion: 0, status: 'SUSPENDED' },
  })),
  'change the departments': call('mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { __typename } }', () => ({ input: { name: '' } })),
  'change the positions': call('mutation ($input: CreateNamedPlaceInput!) { createNamedPlace(input: $input) { __typename } }', () => ({ input: { kind: 'POSITION', name: '' } })),
  'merge partner accounts': call('mutation ($input: PreviewMergeInput!) { previewMerge(input: $input) { __typename } }', ({ learner }) => ({
    input: { place: 'PARTNER_ACCOUNT', fromId: learner.partnerAccountId, intoId: learner.partnerAccountId },
  })),
  'set the own time zone': call('mutation ($input: UpdateMyProfileInput!) { updateMyProfile(input: $input) { __typename } }', () => ({ input: { timeZone: 'Nowhere' } })),
  'import people': call('mutation ($input: PreviewPeopleImportInput!) { previewPeopleImport(input: $input) { __typename } }', () => ({ input: { fileId: 'none' } })),
  'import completions': call('mutation ($input: PreviewCompletionsImportInput!) { previewCompletionsImport(input: $input) { __typename } }', () => ({ input: { fileId: 'none' } })),
  'mend imported completions': call('mutation ($input: MendImportedCompletionsInput!) { mendImportedCompletions(input: $input) { __typename } }', ({ learner }) => ({ input: { operationId: learner.id, mends: [{ column: 'NAME', to: '' }] } })),
  'upload a list': (client) => upload(client, 'IMPORT'),
  'upload content': (client) => upload(client, 'MODULE'),
  'upload a cover': (client) => upload(client, 'COVER'),
  'read the library': call('query ($id: ID!) { learningObject(id: $id) { id } }', ({ courseId }) => ({ id: courseId })),
  'add to the library': call('mutation ($input: CreateCourseInput!) { createCourse(input: $input) { __typename } }', () => ({ input: { name: 'Made by the test' } })),
  'create a plan': call('mutation ($input: CreateLearningPlanInput!) { createLearningPlan(input: $input) { __typename } }', () => ({
    input: { name: 'Made by the test', preset: 'LEARNING_PLAN' },
  })),
  'read settings': async (client) => (await client.graphql('{ adminGrants { id } }')).body.errors === undefined,
  'name an auditor': async (client, stage) =>
    isLetThrough(client, 'mutation ($input: GrantAdminInput!) { grantAdmin(input: $input) { __typename } }', {
      input: { personId: await newPersonId(stage), role: 'AUDITOR', scopeKind: 'ORGANIZATION' },
    }),
  'make an API key': call('mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { __typename } }', () => ({
    input: { name: 'Made by the test', scopes: ['read:plans'], scopeKind: 'ORGANIZATION' },
  })),
};
