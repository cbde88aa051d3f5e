/** The cover of a version as the JSON of a {@link PlanCover}; null where it has none. */
export const coverOfVersion = (alias: string): string => `CASE WHEN ${alias}.cover_file_id IS NOT NULL THEN jsonb_build_object('fileId', ${alias}.cover_file_id, 'alt', ${alias}.cover_alt) END`;
