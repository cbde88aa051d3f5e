/** The signed-in person, as `GET /api/session` tells. */
export interface Viewer {
  readonly personId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly employeeNumber: string | null;
  readonly locale: string | null;
  /** IANA. */
  readonly timeZone: string | null;
  readonly organization: {
    readonly id: string;
    readonly name: string;
    /** The organization's own word for a learning plan on learner pages by language (at most 20 characters, L5–L8); absent: ours. */
    readonly planTerms: Readonly<Record<string, string>>;
    /** Hex. */
    readonly accentColor: string | null;
  };
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly isAdmin: boolean;
}

/** Whether two answers are about one person in one organization. */
export const isSamePerson = (one: Viewer, other: Viewer): boolean => one.personId === other.personId && one.organization.id === other.organization.id;
