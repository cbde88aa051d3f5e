/** The fewest characters a new password may have; the server decides in the end. */
export const minimumPasswordLength = 12;
