import { stopSeededDatabase } from './seeded-database.ts';

export default stopSeededDatabase;
