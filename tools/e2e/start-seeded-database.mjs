// jest loads this file as it is; what it imports is TypeScript that Node itself understands.
import { startSeededDatabase } from './seeded-database.ts';

export default startSeededDatabase;
