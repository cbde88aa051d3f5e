/** Adds a milestone, or brings one back that was removed from the draft. */
export type AddMilestoneInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** What is linked to it, in order. */
  items?: Array<MilestoneItemInput> | null | undefined;
  /** What it is. */
  milestone: MilestoneInput;
  /** Its key, a UUID that no milestone of the draft has; absent: a new one. */
  milestoneKey?: string | null | undefined;
  /** The plan. */
  planId: string;
  /** Its place, from 0; absent: the end. */
  position?: number | null | undefined;
  /** `rowVersion` of the draft that was read. */
  rowVersion: number;
};

/** What an admin is. */
export type AdminRole =
  /** Reads everything, changes nothing. */
  | 'AUDITOR'
  /** May do everything. */
  | 'MASTER_ADMIN'
  /** Looks after the people of a partner account. */
  | 'PARTNER_ADMIN'
  /** Creates plans, and does everything with their own. */
  | 'PLAN_ADMIN'
  /** May do everything with plans, and with the people of the scope. */
  | 'SUB_ADMIN';

/** The end of a day, in the time zone of the organization, and by which knowledge it is told of. */
export type AsOfInput = {
  /** Today or earlier. */
  date: string;
  /** By what was known then, or by what is known today. */
  knowledge?: Knowledge;
};

/** Which assignment. */
export type AssignmentActInput = {
  /** The assignment. */
  assignmentId: string;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
};

/** Which assignments to list; what is absent does not narrow it. */
export type AssignmentFilterInput = {
  /** Its number, with or without `#`; part of its name, or of the name of something that it gives. */
  search?: string | null | undefined;
  /** Any of these states. */
  states?: Array<string> | null | undefined;
};

/** For whom an assignment is in the course of time. */
export type AssignmentMode =
  /** Also for those who join the audience later; whoever leaves it is seen to by `onLeave`. */
  | 'DYNAMIC'
  /** For those who are in the audience when it is applied. */
  | 'ONE_TIME';

/** One thing to assign: `planId` or `learningObjectId`. */
export type AssignmentTargetInput = {
  /** A module, course or activity that is in use. */
  learningObjectId?: string | null | undefined;
  /** A published, active plan. */
  planId?: string | null | undefined;
};

/** What something that is assigned is. */
export type AssignmentTargetKind =
  /** An activity by itself. */
  | 'ACTIVITY'
  /** A course by itself. */
  | 'COURSE'
  /** An independent exam. */
  | 'EXAM'
  /** A module by itself. */
  | 'MODULE'
  /** A learning plan, whatever its preset. */
  | 'PLAN';

/** Gives a preview up. */
export type CancelOperationInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The operation. */
  operationId: string;
};

/** What stands in a catalog. */
export type CatalogEntryKind =
  /** A course, to be taken up by itself. */
  | 'COURSE'
  /** A learning plan. */
  | 'PLAN';

/** What became of one thing in one catalog. */
export type CatalogFillOutcome =
  /** It is listed now, or no longer. */
  | 'CHANGED'
  /** Nothing was changed; `problem` says why. */
  | 'REFUSED'
  /** It was so already. */
  | 'UNCHANGED';

/** Which plans and courses, and which catalogs: each of them in each. */
export type CatalogFillingInput = {
  /** Which catalogs; 200 at most, and with what goes into each of them 2,000 entries. */
  catalogIds: Array<string>;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Courses. */
  learningObjectIds?: Array<string> | null | undefined;
  /** Plans; with the courses 200 at most. */
  planIds?: Array<string> | null | undefined;
};

/** What a cell of a file of completions is to be read as: either in one `row`, or `where` cells say the same. One for a row beats one for many, and the last beats those before it. */
export type CellMendInput = {
  /** The column. */
  column: CompletionColumn;
  /** In which row of the file, from 1. */
  row?: number | null | undefined;
  /** What it is to be read as; of as many characters as the column takes. */
  to: string;
  /** In all rows whose cell of a column, the same or another, says a text. */
  where?: CellsThatSayInput | null | undefined;
};

/** Cells that say a text. */
export type CellsThatSayInput = {
  /** The column. */
  column: CompletionColumn;
  /** What they say, as `details.said` of a row has it; white space aside. */
  says: string;
};

/** Accepts a preview. */
export type CommitOperationInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The operation. */
  operationId: string;
  /** `previewHash` of the preview that was looked at. */
  previewHash: string;
};

/** Whether a completion was asked for or sought. */
export type CompletionClass =
  /** Assigned study. */
  | 'ASSIGNED'
  /** Self-learning. */
  | 'SELF';

/** A column of a file of completions. */
export type CompletionColumn =
  /** D: the day. */
  | 'DATE'
  /** A: who. */
  | 'IDENTIFIER'
  /** C: the name or the id of what was completed. */
  | 'NAME'
  /** B: module, course, certification or plan. */
  | 'TYPE';

/** Where a completion comes from. */
export type CompletionOrigin =
  /** Said by a partner system. */
  | 'API'
  /** Worked out from what was done here. */
  | 'AUTO'
  /** By attendance. */
  | 'EVENT'
  /** From a file. */
  | 'IMPORT'
  /** Set by an admin by hand. */
  | 'MANUAL'
  /** Said by a content package. */
  | 'PACKAGE';

/** When a module is complete. */
export type CompletionRule =
  /** When the learner says so. */
  | 'CONFIRMED'
  /** When it has been read to the end. */
  | 'READ'
  /** When `completionPercent` of it have been viewed. */
  | 'VIEWED';

/** What a module shows. */
export type ContentKind =
  /** Markdown text. */
  | 'ARTICLE'
  /** A PDF file. */
  | 'DOCUMENT'
  /** An address on the web. */
  | 'LINK'
  /** A video file. */
  | 'VIDEO';

/** A new API client. */
export type CreateApiClientInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The last day on which its key is good. */
  expiresOn?: string | null | undefined;
  /** Its name. */
  name: string;
  /** Which department, group or partner account. */
  scopeId?: string | null | undefined;
  /** Whom it reaches. */
  scopeKind: ScopeKind;
  /** What it may do: `read:` or `write:` with plans, assignments, progress, completions, content, people, settings or audit. */
  scopes: Array<string>;
};

/** A catalog that is to be. */
export type CreateCatalogInput = {
  /** For whom it is: an audience expression; absent or null: nobody yet. */
  audience?: unknown;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** What it is about; 2,000 characters at most. */
  description?: string | null | undefined;
  /** Its name; 100 characters at most. */
  name: string;
};

/** A new course. */
export type CreateCourseInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Credits that it gives. */
  credits?: Array<CreditLineInput> | null | undefined;
  /** What it is about; Markdown. */
  description?: string | null | undefined;
  /** About how long it takes, in minutes. */
  durationMinutes?: number | null | undefined;
  /** The language that it is in, BCP 47; else that of the caller. */
  language?: string | null | undefined;
  /** Its modules, in order. */
  moduleIds?: Array<string> | null | undefined;
  /** Its name, at most 200 characters. */
  name: string;
};

/** A new department. */
export type CreateDepartmentInput = {
  /** The caller's own id of this act: repeated, it has one effect. */
  clientMutationId?: string | null | undefined;
  /** Its name; no other at the same place has it, and it holds no slash. */
  name: string;
  /** The department above; null for the top. */
  parentId?: string | null | undefined;
};

/** A static group that is to be. */
export type CreateGroupInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Its name. */
  name: string;
};

/** A new plan. */
export type CreateLearningPlanInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Its name, at most 200 characters. */
  name: string;
  /** Which defaults it starts with. */
  preset: PlanPreset;
};

/** A new module. */
export type CreateModuleInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** What it shows. */
  content: ModuleContentInput;
  /** Append it to this course. */
  courseId?: string | null | undefined;
  /** What it is about; Markdown. */
  description?: string | null | undefined;
  /** About how long it takes, in minutes. */
  durationMinutes?: number | null | undefined;
  /** The language that it is in, BCP 47; else that of the caller. */
  language?: string | null | undefined;
  /** Its name, at most 200 characters. */
  name: string;
};

/** A new position, job role or partner account. */
export type CreateNamedPlaceInput = {
  /** The caller's own id of this act: repeated, it has one effect. */
  clientMutationId?: string | null | undefined;
  /** Of which kind. */
  kind: NamedKind;
  /** Its name; no other of its kind has it. */
  name: string;
};

/** Begins the next version of an active plan. */
export type CreateNextVersionInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The plan. */
  planId: string;
};

/** A new person: a name, and a job number or an e-mail address at least. */
export type CreatePersonInput = {
  /** The caller's own id of this act: repeated, it has one effect. */
  clientMutationId?: string | null | undefined;
  /** Where the person belongs from now on; what it was stays in the history. */
  departmentId?: string | null | undefined;
  /** The name as the person writes it. */
  displayName?: string | null | undefined;
  /** E-mail address; unique, whatever its case. */
  email?: string | null | undefined;
  /** Job number; unique, whatever its case. There is this or an e-mail address. */
  employeeNumber?: string | null | undefined;
  /** What another system knows them by; unique, as it is written there. */
  externalId?: string | null | undefined;
  /** First day of work. */
  hireDate?: string | null | undefined;
  /** The job role from now on. */
  jobRoleId?: string | null | undefined;
  /** Language, BCP 47; cleared: that of the organization. */
  locale?: string | null | undefined;
  /** Whom the person reports to. */
  managerId?: string | null | undefined;
  /** The partner account that the person learns here for. */
  partnerAccountId?: string | null | undefined;
  /** The position from now on. */
  positionId?: string | null | undefined;
  /** IANA time zone; cleared: that of the organization. */
  timeZone?: string | null | undefined;
};

/** For whom to make a link. */
export type CreateSignInLinkInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The person. */
  personId: string;
};

/** Credits that a course gives. */
export type CreditLineInput = {
  /** How many; more than zero. */
  amount: string;
  /** Which credits, e.g. `CPE`. */
  creditType: string;
};

/** Deletes a plan that was never published. */
export type DeleteLearningPlanInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The plan. */
  planId: string;
  /** `rowVersion` of the draft that was read. */
  rowVersion: number;
};

/** What people belong to. */
export type DirectoryPlace =
  /** A department. */
  | 'DEPARTMENT'
  /** A job role. */
  | 'JOB_ROLE'
  /** A partner account. */
  | 'PARTNER_ACCOUNT'
  /** A position. */
  | 'POSITION';

/** Throws the draft of a next version away. */
export type DiscardDraftInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The plan. */
  planId: string;
  /** `rowVersion` of the draft that was read. */
  rowVersion: number;
};

/** How far a check is. */
export type DriftCheckState =
  /** Everything was looked at. */
  | 'DONE'
  /** It was given up; what it came to stays. */
  | 'FAILED'
  /** Under way. */
  | 'RUNNING';

/** What a relative due date is counted from. */
export type DueAnchor =
  /** The day of the assignment that decides. */
  | 'ASSIGNED'
  /** The day on which the person got the plan. */
  | 'ENROLLED'
  /** The day of the first sign-in. */
  | 'FIRST_SIGN_IN'
  /** The first day of work. */
  | 'HIRE_DATE'
  /** The day on which the earlier required milestone was satisfied; for milestones only. */
  | 'PREVIOUS_STEP';

/** By when something is due. */
export type DueRuleInput = {
  /** RELATIVE: how many, from 0. */
  amount?: number | null | undefined;
  /** RELATIVE: counted from what. */
  anchor?: DueAnchor | null | undefined;
  /** FIXED: the last day. */
  date?: string | null | undefined;
  /** How it is set. */
  kind: DueRuleKind;
  /** RELATIVE: of what. */
  unit?: DueUnit | null | undefined;
};

/** How a due date is set. Due is always the end of a day in the time zone of the learner. */
export type DueRuleKind =
  /** A day of the calendar. */
  | 'FIXED'
  /** No due date. */
  | 'NONE'
  /** So long after something happened. */
  | 'RELATIVE';

/** What a relative due date is counted in. */
export type DueUnit =
  /** Days. */
  | 'DAYS'
  /** Months of the calendar. */
  | 'MONTHS'
  /** Weeks. */
  | 'WEEKS';

/** How much of a plan a copy takes over. Assignments, registrations and progress are never copied. */
export type DuplicateDepth =
  /** And what its milestones link. */
  | 'ITEMS'
  /** Its milestones too, without what they link. */
  | 'MILESTONES'
  /** Its basics. */
  | 'SHELL';

/** A copy of a plan. */
export type DuplicateLearningPlanInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** How much is copied. */
  depth: DuplicateDepth;
  /** The name of the copy, at most 200 characters. */
  name: string;
  /** The plan to copy: what is published of it, or where nothing is, its draft. */
  planId: string;
};

/** Which assignment is to end, and what becomes of its people. */
export type EndAssignmentInput = {
  /** The assignment. */
  assignmentId: string;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** What becomes of those who have it. */
  people: OnLeave;
};

/** Which grant ends. */
export type EndGrantInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The grant. */
  grantId: string;
};

/** What becomes of unfinished learning when the end of the plan and its days of grace have passed. */
export type EndPolicy =
  /** It is closed as not completed. */
  | 'CLOSE'
  /** It stays open. */
  | 'KEEP_OPEN';

/** Which of the cycles that a person has of the same thing. The current one is the latest that was not taken back; it alone counts in totals. */
export type EnrollmentCycles =
  /** All of them. */
  | 'ALL'
  /** The current one. */
  | 'CURRENT'
  /** The others: earlier ones, and later ones that were taken back. */
  | 'FORMER';

/** Which enrollments; what is absent does not narrow them. */
export type EnrollmentFilterInput = {
  /** Any of these. */
  completionClasses?: Array<CompletionClass> | null | undefined;
  /** Which cycles of those who had it assigned again; absent: the current ones. */
  cycles?: EnrollmentCycles | null | undefined;
  /** Of people in this department or below it. */
  departmentId?: string | null | undefined;
  /** Only those with an open case of the exception inbox. */
  exceptions?: boolean | null | undefined;
  /** In this content, assigned by itself. */
  learningObjectId?: string | null | undefined;
  /** Only open ones whose due date has passed. */
  overdue?: boolean | null | undefined;
  /** Of this person. */
  personId?: string | null | undefined;
  /** In this plan. */
  planId?: string | null | undefined;
  /** Only on a version of one of these numbers. */
  planVersionNumbers?: Array<number> | null | undefined;
  /** Only who has it this way now. */
  reach?: EnrollmentReach | null | undefined;
  /** Part of the name, e-mail address or job number of the person. */
  search?: string | null | undefined;
  /** Any of these. */
  statuses?: Array<EnrollmentStatus> | null | undefined;
};

/** How people have a plan now. Who has it both ways is in both. */
export type EnrollmentReach =
  /** By an assignment. */
  | 'ASSIGNED'
  /** By their own doing: registered, started or kept by themselves. */
  | 'REGISTERED';

/** How far a person is. Being overdue is a flag beside it. */
export type EnrollmentStatus =
  /** Everything required is done. */
  | 'COMPLETED'
  /** Everything required was waived. */
  | 'EXEMPT'
  /** Has begun. */
  | 'IN_PROGRESS'
  /** The plan ended before it was done. */
  | 'NOT_COMPLETED'
  /** Has it, and has not begun. */
  | 'NOT_STARTED'
  /** No longer has it; what was done is kept. */
  | 'WITHDRAWN';

/** What can be done with a case of the exception inbox. */
export type ExceptionChoice =
  /** The assignment no longer reaches the person. */
  | 'DISMISS'
  /** It stays as it is: without a date, or with that one. */
  | 'KEEP'
  /** A due date that leaves the least time that the plan takes, and a week; for each person alone. */
  | 'REALISTIC_DUE';

/** What somebody may do from now on. */
export type GrantAdminInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The person. */
  personId: string;
  /** What is allowed beyond the role. */
  rights?: Array<Right> | null | undefined;
  /** What the person is. */
  role: AdminRole;
  /** Which department, group or partner account. */
  scopeId?: string | null | undefined;
  /** Whom it reaches. */
  scopeKind: ScopeKind;
};

/** Whose due date holds for a person whom several group assignments give the same plan. What a person has individually comes before all groups. */
export type GroupConflictPolicy =
  /** The oldest one decides; later ones wait until it has ended for the person. */
  | 'FIRST_WINS'
  /** The newest one decides. */
  | 'LATEST_ASSIGNMENT'
  /** The latest date holds: no date is ever shortened. */
  | 'MOST_LENIENT'
  /** The earliest date holds. */
  | 'STRICTEST';

/** What decides who is in a group. */
export type GroupKind =
  /** A rule decides, at once, for whoever is there and whoever comes. */
  | 'DYNAMIC'
  /** Its people are added and removed by hand, or by an import. */
  | 'STATIC';

/** Who comes into a static group, or leaves it. */
export type GroupMembersInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Which group. */
  groupId: string;
  /** Whom; 100 at most. */
  personIds: Array<string>;
};

/** A new plan from a plan file. */
export type ImportPlanFileInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The content of the file, as JSON. */
  file: unknown;
  /** Whether what it links and is not here is left out; else the file is refused then. */
  leaveOut?: boolean;
  /** Its name here; null: as in the file. */
  name?: string | null | undefined;
};

/** By which knowledge a past day is told of. */
export type Knowledge =
  /** What had been recorded by the end of that day: what a report of that evening said. */
  | 'KNOWN_THEN'
  /** What was true at the end of that day, by all that has been recorded or taken back since. */
  | 'KNOWN_TODAY';

/** Which content to list; what is absent does not narrow it. */
export type LearningObjectFilterInput = {
  /** COURSE: gives any of these credits, e.g. `CPE`; 100 at most. */
  creditTypes?: Array<string> | null | undefined;
  /** Any of these kinds. */
  kinds?: Array<LearningObjectKind> | null | undefined;
  /** Any of these languages, as `learningObjectFacets` names them; 100 at most. */
  languages?: Array<string> | null | undefined;
  /** Part of the name; accents and case do not matter. */
  search?: string | null | undefined;
  /** Any of these. */
  statuses?: Array<LearningObjectStatus> | null | undefined;
};

/** What a piece of content is. */
export type LearningObjectKind =
  /** Informal learning without credit. */
  | 'ACTIVITY'
  /** Modules in order; may have none. */
  | 'COURSE'
  /** One unit of content, by itself or in courses. */
  | 'MODULE';

/** Whether a piece of content is in use. */
export type LearningObjectStatus =
  /** In use. */
  | 'ACTIVE'
  /** Being written; learners do not see it. */
  | 'DRAFT'
  /** No longer offered; records stay. */
  | 'RETIRED';

/** Which plans to list; what is absent does not narrow it. */
export type LearningPlanFilterInput = {
  /** Any of these; absent: all but archived ones. */
  lifecycles?: Array<PlanLifecycle> | null | undefined;
  /** Part of the name or code. */
  search?: string | null | undefined;
};

/** What was recorded. */
export type LearningRecordKind =
  /** That something is complete. */
  | 'COMPLETED'
  /** That a completion, which stays on record, counts no more. */
  | 'REVOKED';

/** By what a list names people. */
export type ListIdentifier =
  /** By e-mail address, in any case. */
  | 'EMAIL'
  /** By job number, in any case; zeros that a spreadsheet took away in front are put back where only one person can be meant. */
  | 'EMPLOYEE_NUMBER'
  /** By `Person.externalId`, exactly as it is written; zeros that a spreadsheet took away in front are put back where only one person can be meant. */
  | 'EXTERNAL_ID';

/** How a file of completions is to be read otherwise than it says. */
export type MendImportedCompletionsInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** All mends of the file, 500 at most: they take the place of those it had. */
  mends: Array<CellMendInput>;
  /** The operation, PREVIEWED. */
  operationId: string;
};

/** What a milestone counts. */
export type Metric =
  /** Credits earned. */
  | 'CREDITS'
  /** Nothing: an elective, never required. */
  | 'NONE'
  /** How many courses, activities or other items are completed. */
  | 'SESSIONS';

/** Whom a new version of a plan takes along. Whoever has completed it keeps that in any case. */
export type MigrationChoice =
  /** Everybody who has not completed it; and those who have are asked for its new and raised milestones, in a cycle more. */
  | 'DELTA'
  /** Everybody who has not completed it. */
  | 'MOVE_ALL_OPEN'
  /** Those who have not begun. */
  | 'MOVE_NOT_STARTED'
  /** Nobody: everybody stays on the version that they have. */
  | 'PIN';

/** A milestone to add or change; when changing, what is absent stays. */
export type MilestoneInput = {
  /** CREDITS: which ones count. */
  creditType?: string | null | undefined;
  /** What it is about; Markdown. */
  description?: string | null | undefined;
  /** By when. */
  dueRule?: DueRuleInput | null | undefined;
  /** Whether its items are done in their order. */
  itemOrderEnforced?: boolean | null | undefined;
  /** What it counts. */
  metric?: Metric | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** When it opens: a release rule, e.g. `{ "kind": "AFTER_ENROLLMENT", "days": 7 }`. */
  releaseRule?: unknown;
  /** How many are required. */
  units?: string | null | undefined;
};

/** One learning object of a milestone. */
export type MilestoneItemInput = {
  /** The content. */
  learningObjectId: string;
  /** Must be among what is done, however much else is. */
  mandatory?: boolean;
};

/** What a module shows, and when it is complete. Exactly what its kind needs: a file, a text, or an address. */
export type ModuleContentInput = {
  /** ARTICLE: Markdown, at most 200,000 characters. */
  article?: string | null | undefined;
  /** With VIEWED: 1 to 100; else 90. */
  completionPercent?: number | null | undefined;
  /** When it is complete; else what suits the kind. */
  completionRule?: CompletionRule | null | undefined;
  /** VIDEO, DOCUMENT: the uploaded file. */
  fileId?: string | null | undefined;
  /** What it shows. */
  kind: ContentKind;
  /** LINK: an address that begins with https:// or http://. */
  url?: string | null | undefined;
};

/** Another place for a department, with all below it. */
export type MoveDepartmentInput = {
  /** The caller's own id of this act: repeated, it has one effect. */
  clientMutationId?: string | null | undefined;
  /** Which. */
  departmentId: string;
  /** The department to be above it; null for the top. */
  parentId?: string | null | undefined;
  /** The version that was read. */
  rowVersion: number;
};

/** Moves a milestone to another place. */
export type MoveMilestoneInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Which. */
  milestoneKey: string;
  /** The plan. */
  planId: string;
  /** Its new place, from 0. */
  position: number;
  /** `rowVersion` of the draft that was read. */
  rowVersion: number;
};

/** What people have of which there is a list of names. */
export type NamedKind =
  /** Job roles; no permission roles. */
  | 'JOB_ROLE'
  /** Outside companies whose people learn here. */
  | 'PARTNER_ACCOUNT'
  /** Positions. */
  | 'POSITION';

/** What becomes of whoever leaves the audience of a dynamic assignment. What is completed stays in any case. */
export type OnLeave =
  /** They keep it. */
  | 'KEEP'
  /** They keep it if they have begun. */
  | 'KEEP_IF_STARTED'
  /** They no longer have it; what was done is kept. */
  | 'REMOVE';

/** How far a bulk act is. */
export type OperationState =
  /** The preview is being worked out; nothing is written. */
  | 'ANALYSING'
  /** Committed; its rows are being carried out. */
  | 'APPLYING'
  /** Given up before the commit. */
  | 'CANCELLED'
  /** Every row has its outcome. */
  | 'DONE'
  /** The preview grew too old. */
  | 'EXPIRED'
  /** Ended before its end; `problem` says why. Without `committedAt` nothing was written; else what was carried out stays, is counted in `rowsDone` and `result`, and `commitOperation` goes on with the rest. */
  | 'FAILED'
  /** The preview waits to be looked at and committed. */
  | 'PREVIEWED'
  /** Committed for a later moment; everybody is classified anew then. */
  | 'SCHEDULED'
  /** Being undone. */
  | 'UNDOING'
  /** Undone. */
  | 'UNDONE';

/** What was settled for one person. */
export type OverrideAction =
  /** Another number is required, or it is due on another day. */
  | 'ADJUST'
  /** Nothing: as for everybody. */
  | 'NO_ACTION'
  /** The milestone is not required of this person; it earns nothing. */
  | 'WAIVE';

/** What is to hold for one person from now on, as a whole; what is absent follows from the rules again. */
export type OverrideInput = {
  /** What is settled; `NO_ACTION` takes earlier changes back. */
  action: OverrideAction;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** `ADJUST`: the last day, today or later where the person is. */
  due?: string | null | undefined;
  /** The enrollment. */
  enrollmentId: string;
  /** That the person leaves the assignments of groups by which they have the plan; without it a change for such a person is refused with `GROUP_ASSIGNED`. */
  leaveGroupAssignment?: boolean | null | undefined;
  /** The milestone; absent: the plan as a whole. */
  milestoneKey?: string | null | undefined;
  /** A note about it, at most 2,000 characters. */
  note?: string | null | undefined;
  /** Why, at most 500 characters. */
  reason: string;
  /** `revision` of the individual rules that were looked at. */
  revision: number;
  /** `ADJUST`: how many are required. */
  units?: string | null | undefined;
  /** `ADJUST`: no due date for this person. */
  withoutDue?: boolean | null | undefined;
};

/** Which past standings to list. */
export type PastStandingFilterInput = {
  /** Who was in this department, or in one that was below it. */
  departmentId?: string | null | undefined;
  /** Who was in this group. */
  groupId?: string | null | undefined;
  /** In this content, assigned by itself. */
  learningObjectId?: string | null | undefined;
  /** Only who was open and past the due date. */
  overdue?: boolean | null | undefined;
  /** Of this person. */
  personId?: string | null | undefined;
  /** In this plan. */
  planId?: string | null | undefined;
  /** Part of a name, e-mail address or job number; accents and case do not matter. */
  search?: string | null | undefined;
  /** Any of these. */
  statuses?: Array<EnrollmentStatus> | null | undefined;
};

/** Where whom stood in what: a plan, content that was assigned by itself, or a person is named; what is absent besides does not narrow it. */
export type PastSubjectInput = {
  /** Who was in this department, or in one that was below it. */
  departmentId?: string | null | undefined;
  /** Who was in this group. */
  groupId?: string | null | undefined;
  /** In this content, assigned by itself. */
  learningObjectId?: string | null | undefined;
  /** Of this person. */
  personId?: string | null | undefined;
  /** In this plan. */
  planId?: string | null | undefined;
  /** Part of a name, e-mail address or job number; accents and case do not matter. */
  search?: string | null | undefined;
};

/** Which records of a past day; departments and groups are those of then. */
export type PastTrainingFilterInput = {
  /** Of people in this department or below it. */
  departmentId?: string | null | undefined;
  /** Completed, or begun while in progress, on this day or later. */
  from?: string | null | undefined;
  /** Of people who were in this group. */
  groupId?: string | null | undefined;
  /** Of this content or plan. */
  itemId?: string | null | undefined;
  /** Part of the name of the content or plan; accents and case do not matter. */
  itemSearch?: string | null | undefined;
  /** Only completions from any of these. */
  origins?: Array<CompletionOrigin> | null | undefined;
  /** Of people of this partner account. */
  partnerAccountId?: string | null | undefined;
  /** Of this person. */
  personId?: string | null | undefined;
  /** Part of the name, e-mail address or job number of the person. */
  search?: string | null | undefined;
  /** Only what is as far as this. */
  state?: TrainingState | null | undefined;
  /** Completed, or begun while in progress, on this day or earlier. */
  to?: string | null | undefined;
};

/** Which people to list; what is absent does not narrow it. */
export type PeopleFilterInput = {
  /** In this department or below it. */
  departmentId?: string | null | undefined;
  /** Reporting directly to this person. */
  managerId?: string | null | undefined;
  /** Of this partner account. */
  partnerAccountId?: string | null | undefined;
  /** Part of a name, e-mail address or job number; accents and case do not matter. */
  search?: string | null | undefined;
  /** Any of these. */
  statuses?: Array<PersonStatus> | null | undefined;
};

/** What happened to a person. */
export type PersonHistoryKind =
  /** They came to be known, by the name in `after`. */
  | 'CREATED'
  /** Another department, by its present name. */
  | 'DEPARTMENT'
  /** Another due date of what is in `about`, `YYYY-MM-DD`, or none; `because` says why. */
  | 'DUE_MOVED'
  /** Joined the group in `about`. */
  | 'GROUP_JOINED'
  /** Left the group in `about`. */
  | 'GROUP_LEFT'
  /** Another first day of work, `YYYY-MM-DD`. */
  | 'HIRE_DATE'
  /** Another job role, by name. */
  | 'JOB_ROLE'
  /** Another language, BCP 47. */
  | 'LANGUAGE'
  /** No longer has what is in `about` by the assignment, or the kind of source, in `after`. */
  | 'LEARNING_ENDED'
  /** Got what is in `about`, by the assignment, or the kind of source, in `after`. */
  | 'LEARNING_GIVEN'
  /** Another status in what is in `about`; `before` and `after` are values of `EnrollmentStatus`. */
  | 'LEARNING_STATUS'
  /** Another manager, by name. */
  | 'MANAGER'
  /** Another name. */
  | 'NAME'
  /** Another partner account, by name. */
  | 'PARTNER_ACCOUNT'
  /** Another position, by name. */
  | 'POSITION'
  /** Another record of the person, by the name in `about`, was merged into this one; what is told of it stands here too. */
  | 'RECORD_MERGED'
  /** Suspended, returned or left; `before` and `after` are values of `PersonStatus`. */
  | 'STATUS'
  /** Another IANA time zone. */
  | 'TIME_ZONE';

/** Whether a person takes part. */
export type PersonStatus =
  /** Takes part. */
  | 'ACTIVE'
  /** Has left; matches no audience. Records stay. */
  | 'LEFT'
  /** Is away; matches no audience. */
  | 'SUSPENDED';

/** The cover picture of a plan. */
export type PlanCoverInput = {
  /** What is to be seen, at most 300 characters. A draft may lack it; it cannot be published without. */
  alt: string;
  /** The uploaded picture: PNG, JPEG or WebP. */
  fileId: string;
};

/** How something that a plan file links was found here. */
export type PlanFileMatch =
  /** Several bear its name; none is taken. */
  | 'AMBIGUOUS'
  /** The very same. */
  | 'BY_ID'
  /** The only one in use of its kind and name. */
  | 'BY_NAME'
  /** Nothing here is of its kind and name. */
  | 'NOT_FOUND';

/** What becomes of a plan. */
export type PlanLifecycle =
  /** Published; can be assigned. */
  | 'ACTIVE'
  /** Hidden from lists; still in reports. */
  | 'ARCHIVED'
  /** Being written; nobody has it. */
  | 'DRAFT'
  /** Takes nobody new; all records stay. */
  | 'INACTIVE';

/** What is done with a published plan. */
export type PlanLifecycleAct =
  /** It can be assigned again, and its dynamic assignments catch up. */
  | 'ACTIVATE'
  /** Out of the lists, still in reports; what is open in it is closed as not completed. */
  | 'ARCHIVE'
  /** Nobody new gets it, and its dynamic assignments rest; who has it keeps it and can go on. */
  | 'INACTIVATE';

/** Which defaults a plan starts with; all are run alike. */
export type PlanPreset =
  /** Step by step, with at least one course. */
  | 'CERTIFICATION_PLAN'
  /** Milestones in any order. */
  | 'LEARNING_PLAN'
  /** Assigned, without registration. */
  | 'TRAINING_PLAN';

/** The steps of writing a plan. */
export type PlanStep =
  /** Name, dates and rules. */
  | 'BASICS'
  /** Who else may work with it. */
  | 'COLLABORATION'
  /** Milestones and what is linked to them. */
  | 'CONTENT'
  /** Who may find it. */
  | 'VISIBLE_RANGE';

/** What learners are to read in one language. */
export type PlanTermInput = {
  /** In which language. */
  language: TermLanguage;
  /** At most 20 characters as a reader sees them; empty: the product’s own word. */
  term: string;
};

/** What becomes of a version; from PUBLISHED on it never changes. */
export type PlanVersionState =
  /** Being written. */
  | 'DRAFT'
  /** The one that new people get. */
  | 'PUBLISHED'
  /** Nobody is on it any more. */
  | 'RETIRED'
  /** A newer one is published; people may still be on it. */
  | 'SUPERSEDED';

/** People have completed something outside of here, or are exempt from doing it here. */
export type PreviewAddCompletionsInput = {
  /** Who has completed it already gets a further completion, of that day. */
  again?: boolean;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** On which day: today where each person is, or earlier. */
  completedOn: string;
  /** A file that shows it, which you have uploaded for the purpose `EVIDENCE`. */
  evidenceFileId?: string | null | undefined;
  /** The content or plan, of that kind. */
  itemId: string;
  /** Who has completed it; at most 1,000 people. */
  personIds: Array<string>;
  /** Why it is recorded, at most 500 characters. */
  reason?: string | null | undefined;
  /** Of what kind it is. */
  type: TrainingType;
};

/** What to give to the people of a list, by when. */
export type PreviewAssignmentImportInput = {
  /** By what it names people; absent: by job number. */
  by?: ListIdentifier | null | undefined;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** By when; absent: as the plan says. */
  dueRule?: DueRuleInput | null | undefined;
  /** A CSV or XLSX file with a column of job numbers, e-mail addresses or external ids that the caller has uploaded for the purpose IMPORT. */
  fileId: string;
  /** A name to find the assignment by; else that of the plan. */
  name?: string | null | undefined;
  /** Whether to tell the people. */
  notify?: boolean | null | undefined;
  /** A published, active plan. */
  planId: string;
};

/** What to give to whom, by when. */
export type PreviewAssignmentInput = {
  /** Whether those who have completed it are to do it again, in a new cycle; what they did is kept. Absent: they have nothing to do. */
  again?: boolean | null | undefined;
  /** For whom: an audience expression, e.g. `{ "kind": "DEPARTMENTS", "departmentIds": ["…"], "includeSubDepartments": true }`. */
  audience: unknown;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** That everybody is meant, where the audience leaves out nobody whom the caller may see (`AudiencePreview.choosesEverybody`); without it that is refused with `EVERYBODY_NOT_CONFIRMED`. */
  confirmEverybody?: boolean | null | undefined;
  /** By when; absent: as the plan says. */
  dueRule?: DueRuleInput | null | undefined;
  /** For those who are in the audience now, or also for those who join it; absent: now. */
  mode?: AssignmentMode | null | undefined;
  /** A name to find it by; else the names of what it gives. */
  name?: string | null | undefined;
  /** Whether to tell the people. */
  notify?: boolean | null | undefined;
  /** What becomes of those who leave the audience of a dynamic one; absent: whoever has begun keeps it. */
  onLeave?: OnLeave | null | undefined;
  /** A published, active plan, where nothing else is given; instead of `targets`. */
  planId?: string | null | undefined;
  /** When it begins; everybody is classified anew then. Absent: at once with the commit. */
  startsAt?: string | null | undefined;
  /** Plans and content, each given to everybody in the audience; at most 100. */
  targets?: Array<AssignmentTargetInput> | null | undefined;
};

/** Which file of completions to import. */
export type PreviewCompletionsImportInput = {
  /** Who has completed something already gets a further completion, of another day. */
  again?: boolean;
  /** By what it names people; absent: by e-mail address. */
  by?: ListIdentifier | null | undefined;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** A CSV or XLSX file that the caller has uploaded for the purpose IMPORT: who, training type, name and day, in this order; a fifth column with what was wrong is ignored. */
  fileId: string;
};

/** Another rule for people whom several group assignments give the same plan. */
export type PreviewConflictPolicyInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The rule from then on. */
  groupConflict: GroupConflictPolicy;
};

/** Which list of people is to come into which static group. */
export type PreviewGroupImportInput = {
  /** By what it names people; absent: by job number. */
  by?: ListIdentifier | null | undefined;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** A CSV or XLSX file with a column of job numbers, e-mail addresses or external ids that was uploaded for the purpose IMPORT. */
  fileId: string;
  /** The group. */
  groupId: string;
};

/** The rule of a group that is there, or with a name of one that is to be. */
export type PreviewGroupRuleInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** That everybody is meant, where the rule leaves out nobody whom the caller may see (`AudiencePreview.choosesEverybody`); without it that is refused with `EVERYBODY_NOT_CONFIRMED`. */
  confirmEverybody?: boolean | null | undefined;
  /** The group; absent for a new one. */
  groupId?: string | null | undefined;
  /** The name of a new group. */
  name?: string | null | undefined;
  /** The version of the group that was looked at; with `groupId`. */
  rowVersion?: number | null | undefined;
  /** Who belongs to it: an audience expression. */
  rule: unknown;
};

/** Who is taken out of a static group. */
export type PreviewLeaveGroupInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Which group. */
  groupId: string;
  /** Whom; 1,000 at most. Absent: everybody in it whom the caller may see. */
  personIds?: Array<string> | null | undefined;
};

/** Removals by hand are lifted, so that rules decide again. */
export type PreviewLiftSuppressionInput = {
  /** Only those from this assignment; absent: all of the plan. */
  assignmentId?: string | null | undefined;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** All whose enrollment in it this lets through; or `personIds`. */
  filter?: EnrollmentFilterInput | null | undefined;
  /** The content that was assigned by itself; or `planId`. */
  learningObjectId?: string | null | undefined;
  /** These people, at most 1,000; or `filter`. */
  personIds?: Array<string> | null | undefined;
  /** The plan; or `learningObjectId`. */
  planId?: string | null | undefined;
  /** Why, at most 500 characters. */
  reason: string;
};

/** What is merged into what. Whatever names the one means the other afterwards. */
export type PreviewMergeInput = {
  /** The caller's own id of this act: repeated, it has one effect. */
  clientMutationId?: string | null | undefined;
  /** What is merged away. */
  fromId: string;
  /** What stays. */
  intoId: string;
  /** Of which kind both are. */
  place: DirectoryPlace;
};

/** Which file of people to import. */
export type PreviewPeopleImportInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** That the file is complete: whoever is not in it, and is no admin, is marked as having left. They are rows of the preview, of the class ABSENT. */
  complete?: boolean | null | undefined;
  /** A CSV file that was uploaded for the purpose IMPORT. */
  fileId: string;
};

/** Which record of a person is merged into which. */
export type PreviewPersonMergeInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The record that is merged away. */
  fromId: string;
  /** The record that is left; where both have something, it wins. */
  intoId: string;
};

/** What is to become of a published plan. */
export type PreviewPlanLifecycleInput = {
  /** What is done with it. */
  act: PlanLifecycleAct;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The plan. */
  planId: string;
};

/** The next version of a plan, to be published. */
export type PreviewPublishVersionInput = {
  /** What is new, for those who read the list of versions; at most 500 characters. */
  changeNote?: string | null | undefined;
  /** Whom it takes along. Whoever does not reach everybody can choose `PIN` only. */
  choice: MigrationChoice;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Whether those whom it takes along are told, once and in their inbox; absent: nobody is. */
  notify?: boolean | null | undefined;
  /** The plan. */
  planId: string;
  /** `rowVersion` of the draft that was read. */
  rowVersion: number;
};

/** What becomes of cases of the exception inbox. */
export type PreviewResolveExceptionsInput = {
  /** What is done. */
  choice: ExceptionChoice;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** All whose enrollment in it this lets through; or `personIds`. */
  filter?: EnrollmentFilterInput | null | undefined;
  /** The content that was assigned by itself; or `planId`. */
  learningObjectId?: string | null | undefined;
  /** These people, at most 1,000; or `filter`. */
  personIds?: Array<string> | null | undefined;
  /** The plan; or `learningObjectId`. */
  planId?: string | null | undefined;
  /** Why, at most 500 characters. */
  reason: string;
};

/** Completions are taken back. */
export type PreviewRevokeCompletionsInput = {
  /** What becomes of what rests on them. */
  cascade?: RevocationCascade;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** All completed records that this lets through; or `records`. */
  filter?: TrainingProgressFilterInput | null | undefined;
  /** Why, at most 500 characters. */
  reason: string;
  /** These records, at most 1,000; or `filter`. */
  records?: Array<TrainingRecordInput> | null | undefined;
  /** Of what kind they are. */
  type: TrainingType;
};

/** An individual due date of a plan for people. */
export type PreviewSetDueInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The last day, in the zone of each; null: no due date for these people. */
  due?: string | null | undefined;
  /** All whose enrollment in it this lets through; or `personIds`. */
  filter?: EnrollmentFilterInput | null | undefined;
  /** The content that was assigned by itself; or `planId`. */
  learningObjectId?: string | null | undefined;
  /** These people, at most 1,000; or `filter`. */
  personIds?: Array<string> | null | undefined;
  /** The plan; or `learningObjectId`. */
  planId?: string | null | undefined;
  /** Why, at most 500 characters. */
  reason: string;
};

/** Holds a step of people of a plan, takes that back, or opens it before its day. */
export type PreviewStepReleaseInput = {
  /** What is done; for whom it is so already nothing changes. */
  act: ReleaseAct;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** All whose enrollment in it this lets through; or `personIds`. */
  filter?: EnrollmentFilterInput | null | undefined;
  /** The content that was assigned by itself; or `planId`. */
  learningObjectId?: string | null | undefined;
  /** The milestone; content by itself has none. */
  milestoneKey: string;
  /** These people, at most 1,000; or `filter`. */
  personIds?: Array<string> | null | undefined;
  /** The plan; or `learningObjectId`. */
  planId?: string | null | undefined;
  /** Why, at most 500 characters. */
  reason: string;
};

/** A plan, or one assignment of it, is taken away from people by hand. */
export type PreviewUnassignInput = {
  /** Only this assignment; absent: all that give the plan. */
  assignmentId?: string | null | undefined;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** All whose enrollment in it this lets through; or `personIds`. */
  filter?: EnrollmentFilterInput | null | undefined;
  /** The content that was assigned by itself; or `planId`. */
  learningObjectId?: string | null | undefined;
  /** These people, at most 1,000; or `filter`. */
  personIds?: Array<string> | null | undefined;
  /** The plan; or `learningObjectId`. */
  planId?: string | null | undefined;
  /** Why, at most 500 characters. */
  reason: string;
};

/** Takes a bulk act back. */
export type PreviewUndoInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The operation that is to be taken back. */
  operationId: string;
};

/** A milestone, or content that was assigned by itself, is waived for people. */
export type PreviewWaiveInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** All whose enrollment in it this lets through; or `personIds`. */
  filter?: EnrollmentFilterInput | null | undefined;
  /** The content that was assigned by itself; or `planId`. */
  learningObjectId?: string | null | undefined;
  /** The milestone, no elective; absent for content, which is waived as a whole. */
  milestoneKey?: string | null | undefined;
  /** These people, at most 1,000; or `filter`. */
  personIds?: Array<string> | null | undefined;
  /** The plan; or `learningObjectId`. */
  planId?: string | null | undefined;
  /** Why, at most 500 characters. */
  reason: string;
};

/** Publishes the draft. */
export type PublishLearningPlanInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Whether everybody within the visible range is told, once and in their inbox; absent: nobody is. */
  notify?: boolean | null | undefined;
  /** The plan. */
  planId: string;
  /** `rowVersion` of the draft that was read. */
  rowVersion: number;
};

/** Whose standing, in which course or plan, is to follow again from what is on record. */
export type ReevaluateTrainingInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The course or plan. */
  itemId: string;
  /** Who. */
  personId: string;
  /** Why; kept with the completion of a course and in the audit log, at most 500 characters. */
  reason?: string | null | undefined;
};

/** What is done by hand with a step. */
export type ReleaseAct =
  /** It does not open, whatever its schedule says, until the hold is taken back or it is released. */
  | 'HOLD'
  /** It opens at once, and stays open. */
  | 'RELEASE'
  /** The hold is taken back: its schedule decides again. */
  | 'RESUME';

/** Which catalog is to go. */
export type RemoveCatalogInput = {
  /** Which. */
  catalogId: string;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** How many people lose sight of something, as `catalogRemoval` said; refused with `STALE_PREVIEW` if they are others by now. */
  people: number;
  /** The version that was looked at. */
  rowVersion: number;
};

/** Which department, in which version. */
export type RemoveDepartmentInput = {
  /** The caller's own id of this act: repeated, it has one effect. */
  clientMutationId?: string | null | undefined;
  /** Which. */
  departmentId: string;
  /** The version that was read. */
  rowVersion: number;
};

/** Which group is to go. */
export type RemoveGroupInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Which. */
  groupId: string;
  /** The version that was looked at. */
  rowVersion: number;
};

/** Names a milestone. */
export type RemoveMilestoneInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Which. */
  milestoneKey: string;
  /** The plan. */
  planId: string;
  /** `rowVersion` of the draft that was read. */
  rowVersion: number;
};

/** Which position, job role or partner account, in which version. */
export type RemoveNamedPlaceInput = {
  /** The caller's own id of this act: repeated, it has one effect. */
  clientMutationId?: string | null | undefined;
  /** Which. */
  id: string;
  /** Of which kind. */
  kind: NamedKind;
  /** The version that was read. */
  rowVersion: number;
};

/** A view to forget. */
export type RemoveViewInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Which. */
  id: string;
};

/** Another name for a department. */
export type RenameDepartmentInput = {
  /** The caller's own id of this act: repeated, it has one effect. */
  clientMutationId?: string | null | undefined;
  /** Which. */
  departmentId: string;
  /** Its new name. */
  name: string;
  /** The version that was read. */
  rowVersion: number;
};

/** Another name for a group. */
export type RenameGroupInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Which. */
  groupId: string;
  /** The name. */
  name: string;
  /** The version that was looked at. */
  rowVersion: number;
};

/** Another name for a position, job role or partner account. */
export type RenameNamedPlaceInput = {
  /** The caller's own id of this act: repeated, it has one effect. */
  clientMutationId?: string | null | undefined;
  /** Which. */
  id: string;
  /** Of which kind. */
  kind: NamedKind;
  /** Its new name. */
  name: string;
  /** The version that was read. */
  rowVersion: number;
};

/** Which assignment gets another time. */
export type RescheduleAssignmentInput = {
  /** The assignment. */
  assignmentId: string;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** When it is to begin; in the future. */
  startsAt: string;
};

/** What becomes of what rests on completions that are taken back. */
export type RevocationCascade =
  /** Courses and plans that are complete stay so; of a plan it is said that evidence was taken back. */
  | 'NONE'
  /** Courses and plans that were completed by them and are not complete without them are taken back as well. */
  | 'PARENTS';

/** Which API client is revoked. */
export type RevokeApiClientInput = {
  /** The client. */
  clientId: string;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
};

/** What a grant allows beyond its role. */
export type Right =
  /** Assign to the people in reach. */
  | 'ASSIGN'
  /** Add, import and revoke completions. */
  | 'COMPLETIONS'
  /** Change the content library. */
  | 'CONTENT'
  /** Change people, departments and groups. */
  | 'PEOPLE'
  /** Change settings, keys and webhooks. */
  | 'SETTINGS';

/** A view to keep, or to change. */
export type SaveViewInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The one that is changed; absent: a new one. */
  id?: string | null | undefined;
  /** Its name, 1 to 80 characters; one’s own views of a list have different ones. */
  name: string;
  /** Of which list. */
  page: SavedViewPage;
  /** What stands behind the `?` of the page’s address; 2,000 characters at most. */
  query: string;
};

/** The lists that can be kept as they are narrowed. */
export type SavedViewPage =
  /** Training progress. */
  | 'TRAINING_PROGRESS';

/** Whom rights reach. */
export type ScopeKind =
  /** A department and all below it. */
  | 'DEPARTMENT'
  /** A group. */
  | 'GROUP'
  /** Everybody. */
  | 'ORGANIZATION'
  /** The people of a partner account. */
  | 'PARTNER_ACCOUNT';

/** Sets everything that is linked to a milestone, in order. */
export type SetMilestoneItemsInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** All items, in order. */
  items: Array<MilestoneItemInput>;
  /** Which milestone. */
  milestoneKey: string;
  /** The plan. */
  planId: string;
  /** `rowVersion` of the draft that was read. */
  rowVersion: number;
};

/** Whether a person takes part from now on. */
export type SetPersonStatusInput = {
  /** The caller's own id of this act: repeated, it has one effect. */
  clientMutationId?: string | null | undefined;
  /** Whom. */
  personId: string;
  /** Why; it stands in the history and in the audit. */
  reason?: string | null | undefined;
  /** The version that was read. */
  rowVersion: number;
  /** From now on. */
  status: PersonStatus;
};

/** Says whether other admins may work with a plan. */
export type SetPlanCollaborationInput = {
  /** Whether they may assign it, set its visible range and track it. */
  allowed: boolean;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The plan. */
  planId: string;
  /** `rowVersion` of the plan that was read. */
  rowVersion: number;
};

/** What learners are to read for “learning plan”. */
export type SetPlanTermsInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** `rowVersion` that was read. */
  rowVersion: number;
  /** All of them; a language that is left out has the product’s own word. */
  terms: Array<PlanTermInput>;
};

/** Says who may find a plan. */
export type SetPlanVisibleRangeInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Whether those who may find it do find it. */
  displayOnFrontEnd?: boolean | null | undefined;
  /** The plan. */
  planId: string;
  /** `rowVersion` of the plan that was read. */
  rowVersion: number;
  /** Whether those who find it can add it to their own plans before they start it (L21). */
  showAddToMyPlans?: boolean | null | undefined;
  /** An audience expression; null: only those to whom it is assigned. */
  visibleRange?: unknown;
};

/** What was done. */
export type StandingChangeCauseKind =
  /** The due date moved. */
  | 'DUE_MOVED'
  /** What gave it to them ended. */
  | 'ENDED'
  /** The person got it: an assignment, or by their own doing. */
  | 'GIVEN'
  /** Something of it was changed for this person: waived, other units, another date. */
  | 'OVERRIDDEN'
  /** Such a change was taken back. */
  | 'OVERRIDE_ENDED'
  /** A completion of it was recorded. */
  | 'RECORDED'
  /** A completion of it was taken back. */
  | 'TAKEN_BACK'
  /** The person was moved to a version of the plan. */
  | 'VERSION_MOVED';

/** What became of a person between two points: the one thing that says most. */
export type StandingChangeKind =
  /** The same status with another day of completion, due date or version. */
  | 'CHANGED'
  /** The plan ended before it was done. */
  | 'CLOSED'
  /** Is complete and was not, whether they had it before or not. */
  | 'COMPLETED'
  /** Is exempt and was not. */
  | 'EXEMPTED'
  /** Has it and had it not. */
  | 'JOINED'
  /** Has it no longer. */
  | 'LEFT'
  /** Has it once more, in a later cycle. */
  | 'RENEWED'
  /** Is less far than before: a completion was taken back, or a waiver. */
  | 'REOPENED'
  /** Has begun. */
  | 'STARTED';

/** Which differences. */
export type StandingChangesFilterInput = {
  /** Who was in this department, or in one that was below it. */
  departmentId?: string | null | undefined;
  /** Who was in this group. */
  groupId?: string | null | undefined;
  /** Any of these. */
  kinds?: Array<StandingChangeKind> | null | undefined;
  /** In this content, assigned by itself. */
  learningObjectId?: string | null | undefined;
  /** Of this person. */
  personId?: string | null | undefined;
  /** In this plan. */
  planId?: string | null | undefined;
  /** Part of a name, e-mail address or job number; accents and case do not matter. */
  search?: string | null | undefined;
};

/** A check is to begin. */
export type StartDriftCheckInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Whether what differs is set right, by the rules by which it would have been written; else nothing is. */
  repair?: boolean;
};

/** Holds a step of one person, takes that back, or opens it before its day. */
export type StepReleaseInput = {
  /** What is done; what is so already changes nothing. */
  act: ReleaseAct;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The enrollment. */
  enrollmentId: string;
  /** The milestone. */
  milestoneKey: string;
  /** Why, at most 500 characters. */
  reason: string;
};

/** A language of the product. */
export type TermLanguage =
  /** English. */
  | 'EN'
  /** 简体中文. */
  | 'ZH_CN';

/** Which records; what is absent does not narrow them. All of it holds together. */
export type TrainingProgressFilterInput = {
  /** Of people in this department or below it. */
  departmentId?: string | null | undefined;
  /** Completed, or begun while in progress, on this day or later. */
  from?: string | null | undefined;
  /** Of this content or plan. */
  itemId?: string | null | undefined;
  /** Part of the name of the content or plan; accents and case do not matter. */
  itemSearch?: string | null | undefined;
  /** Only completions from any of these. */
  origins?: Array<CompletionOrigin> | null | undefined;
  /** Of people of this partner account. */
  partnerAccountId?: string | null | undefined;
  /** Of this person. */
  personId?: string | null | undefined;
  /** Part of the name, e-mail address or job number of the person. */
  search?: string | null | undefined;
  /** Only what is as far as this. */
  state?: TrainingState | null | undefined;
  /** Completed, or begun while in progress, on this day or earlier. */
  to?: string | null | undefined;
};

/** A record of training progress. */
export type TrainingRecordInput = {
  /** Of which content or plan. */
  itemId: string;
  /** Whose. */
  personId: string;
};

/** How far somebody is who has begun; who has not has no record. */
export type TrainingState =
  /** Complete, by a completion that was not revoked. */
  | 'COMPLETED'
  /** Begun and not complete. */
  | 'IN_PROGRESS';

/** What training progress is about. */
export type TrainingType =
  /** Informal learning. */
  | 'ACTIVITY'
  /** Plans of the preset certification plan. */
  | 'CERTIFICATION'
  /** Modules, or an event. */
  | 'COURSE'
  /** One unit of content. */
  | 'MODULE'
  /** All other plans. */
  | 'PLAN';

/** What a learner sees of a step that is not open yet. */
export type UnreleasedStepDisplay =
  /** All that is in it. */
  | 'DETAILS'
  /** Nothing; with nothing left to do, when the next one opens. */
  | 'NONE'
  /** What it is called and when it opens. */
  | 'TITLES';

/** What changes of a catalog; what is absent stays. */
export type UpdateCatalogInput = {
  /** For whom it is: an audience expression; null: nobody. */
  audience?: unknown;
  /** Which. */
  catalogId: string;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** What it is about; 2,000 characters at most. */
  description?: string | null | undefined;
  /** Its name; 100 characters at most. */
  name?: string | null | undefined;
  /** The version that was looked at. */
  rowVersion: number;
};

/** Changes of a piece of content; what is absent stays. */
export type UpdateLearningObjectInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** MODULE: other content. */
  content?: ModuleContentInput | null | undefined;
  /** COURSE: all of its credits. */
  credits?: Array<CreditLineInput> | null | undefined;
  /** What it is about; Markdown. */
  description?: string | null | undefined;
  /** About how long it takes, in minutes. */
  durationMinutes?: number | null | undefined;
  /** Which. */
  id: string;
  /** COURSE: all of its modules, in the new order. */
  moduleIds?: Array<string> | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** `rowVersion` that was read. */
  rowVersion: number;
  /** Put into use, or retire. */
  status?: LearningObjectStatus | null | undefined;
};

/** Changes a milestone. */
export type UpdateMilestoneInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** What changes. */
  milestone: MilestoneInput;
  /** Which. */
  milestoneKey: string;
  /** The plan. */
  planId: string;
  /** `rowVersion` of the draft that was read. */
  rowVersion: number;
};

/** What changes of a person: what is absent stays as it is, null clears it. */
export type UpdatePersonInput = {
  /** The caller's own id of this act: repeated, it has one effect. */
  clientMutationId?: string | null | undefined;
  /** Where the person belongs from now on; what it was stays in the history. */
  departmentId?: string | null | undefined;
  /** The name as the person writes it. */
  displayName?: string | null | undefined;
  /** E-mail address; unique, whatever its case. */
  email?: string | null | undefined;
  /** Job number; unique, whatever its case. There is this or an e-mail address. */
  employeeNumber?: string | null | undefined;
  /** What another system knows them by; unique, as it is written there. */
  externalId?: string | null | undefined;
  /** First day of work. */
  hireDate?: string | null | undefined;
  /** The job role from now on. */
  jobRoleId?: string | null | undefined;
  /** Language, BCP 47; cleared: that of the organization. */
  locale?: string | null | undefined;
  /** Whom the person reports to. */
  managerId?: string | null | undefined;
  /** The partner account that the person learns here for. */
  partnerAccountId?: string | null | undefined;
  /** Whom. */
  personId: string;
  /** The position from now on. */
  positionId?: string | null | undefined;
  /** The version that was read. */
  rowVersion: number;
  /** IANA time zone; cleared: that of the organization. */
  timeZone?: string | null | undefined;
};

/** Changes of the basics of a draft; what is absent stays. */
export type UpdatePlanBasicsInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Its cover picture; null: none. */
  cover?: PlanCoverInput | null | undefined;
  /** What it is about; Markdown. */
  description?: string | null | undefined;
  /** What a learner sees of a step that is not open yet. */
  displayUnreleasedSteps?: UnreleasedStepDisplay | null | undefined;
  /** By when it is due. */
  dueRule?: DueRuleInput | null | undefined;
  /** What becomes of unfinished learning after the end. */
  endPolicy?: EndPolicy | null | undefined;
  /** When it ends; null: never. */
  endsAt?: string | null | undefined;
  /** For how many days after the end one may still learn. */
  graceDays?: number | null | undefined;
  /** Which completions from before the enrollment count, e.g. `{ "kind": "WITHIN_DAYS", "days": 365 }`. */
  lookback?: unknown;
  /** Whether milestones are done in their order. */
  milestoneOrderEnforced?: boolean | null | undefined;
  /** A due date that leaves fewer days than these is flagged as unrealistic; null: none is. */
  minimumDays?: number | null | undefined;
  /** Its name. */
  name?: string | null | undefined;
  /** The plan. */
  planId: string;
  /** `rowVersion` of the draft that was read. */
  rowVersion: number;
  /** When it begins; null: at once. */
  startsAt?: string | null | undefined;
};
