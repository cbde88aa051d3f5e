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
