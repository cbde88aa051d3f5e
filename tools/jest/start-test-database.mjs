// jest loads this file as it is; what it imports is TypeScript that Node itself understands.
import { startTestDatabase } from './test-database.ts';

export default startTestDatabase;
