export { PersonEntity } from './person.entity.ts';
