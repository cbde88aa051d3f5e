/** Whether PostgreSQL can hold a text: it takes no NUL character, and nothing that is not Unicode, such as half a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
