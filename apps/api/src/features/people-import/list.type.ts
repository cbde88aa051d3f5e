import { registerEnumType } from 'type-graphql';

export enum ListIdentifierEnum {
  EMPLOYEE_NUMBER = 'EMPLOYEE_NUMBER',
  EMAIL = 'EMAIL',
  EXTERNAL_ID = 'EXTERNAL_ID',
}
registerEnumType(ListIdentifierEnum, {
  name: 'ListIdentifier',
  description: 'By what a list names people.',
  valuesConfig: {
    EMPLOYEE_NUMBER: { description: 'By job number, in any case; zeros that a spreadsheet took away in front are put back where only one person can be meant.' },
    EMAIL: { description: 'By e-mail address, in any case.' },
    EXTERNAL_ID: { description: 'By `Person.externalId`, exactly as it is written; zeros that a spreadsheet took away in front are put back where only one person can be meant.' },
  },
});
