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

/** What a piece of content is. */
export type LearningObjectKind =
  /** Informal learning without credit. */
  | 'ACTIVITY'
  /** Modules in order; may have none. */
  | 'COURSE'
  /** One unit of content, by itself or in courses. */
  | 'MODULE';

/** What a person is told of. */
export type NoticeType =
  /** A plan or content was assigned to them. */
  | 'ASSIGNED'
  /** A plan that they can find was published. */
  | 'PLAN_PUBLISHED'
  /** A step of a plan of theirs has opened, by its schedule or by hand. */
  | 'STEP_OPENED'
  /** They go on in a newer version of a plan. */
  | 'VERSION_MOVED';

/** Which of what the learner can find; what is absent does not narrow it. */
export type OfferFilterInput = {
  /** In any of these catalogs. */
  catalogIds?: Array<string> | null | undefined;
  /** Any of these kinds. */
  kinds?: Array<OfferKind> | null | undefined;
  /** Whether the learner has it already. */
  mine?: boolean | null | undefined;
  /** Part of the name or the description; accents and case do not matter. */
  search?: string | null | undefined;
};

/** What somebody can find in the Learning centre. */
export type OfferKind =
  /** A certification plan. */
  | 'CERTIFICATION_PLAN'
  /** A course by itself. */
  | 'COURSE'
  /** A learning plan. */
  | 'LEARNING_PLAN'
  /** A training plan. */
  | 'TRAINING_PLAN';

/** In which order. */
export type OfferSort =
  /** By name. */
  | 'NAME'
  /** What was published last comes first. */
  | 'NEWEST';

/** What has been read. */
export type ReadInboxInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Which messages; null: all that have come so far. */
  ids?: Array<string> | null | undefined;
};

/** How far the learner has got with a module. */
export type RecordProgressInput = {
  /** When it happened, by the clock of the client; reports that arrive late never take back newer ones. */
  at: string;
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** Whether the learner says that it is done. */
  confirmed?: boolean;
  /** The course that it is done in; absent: by itself. */
  courseId?: string | null | undefined;
  /** The module. */
  moduleId: string;
  /** Whether the end was reached. */
  reachedEnd?: boolean;
  /** Where to go on: seconds of a video, page of a document, share of an article. */
  resumeAt?: number | null | undefined;
  /** How much has been seen or read so far, 0 to 1. */
  viewed: number;
};

/** That the person who is signed in looks at the steps of a plan of theirs. */
export type SeeStepsInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The enrollment. */
  enrollmentId: string;
};

/** Which plan or course. */
export type TakeUpInput = {
  /** Your own id of this act; repeated, it has one effect and one answer. */
  clientMutationId?: string | null | undefined;
  /** The plan or course. */
  id: string;
};
