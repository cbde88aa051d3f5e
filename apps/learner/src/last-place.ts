const keyOf = (personId: string): string => `milepost.last-place.${personId}`;

/** The enrollment in which this person last opened something in this browser. */
export function readLastPlace(personId: string): string | null {
  try {
    return localStorage.getItem(keyOf(personId));
  } catch {
    return null;
  }
}

/** Remembers it, so that the start page goes on there. */
export function rememberLastPlace(personId: string, enrollmentId: string): void {
  try {
    localStorage.setItem(keyOf(personId), enrollmentId);
  } catch {
    // Without storage the start page goes on with what is most urgent.
  }
}
