import { stopTestDatabase } from './test-database.ts';

export default stopTestDatabase;
