import { registerEnumType } from 'type-graphql';

export enum ListIdentifierEnum {
  EMPLOYEE_NUMBER = 'EMPLOYEE_NUMBER',
  EMAIL = 'EMAIL',
}
registerEnumType(ListIdentifierEnum, {
  name: 'ListIdentifier',
  description: 'By what a list names people.',
  valuesConfig: {
    EMPLOYEE_NUMBER: { description: 'By job number, in any case; zeros that a spreadsheet took away in front are put back where only one person can be meant.' },
    EMAIL: { description: 'By e-mail address, in any case.' },
  },
});
