/** A group of the demonstration: of people by their accounts' keys, or by a rule with names instead of ids. */
export type SeedGroup = { readonly name: string; readonly accounts: readonly string[] } | { readonly name: string; readonly rule: unknown };

const manufacturing = { kind: 'DEPARTMENTS', departments: ['Northwind / Operations / Manufacturing'], includeSubDepartments: true };

/** In an order in which each rule speaks only of groups before it. */
export const GROUPS: readonly SeedGroup[] = [
  { name: 'First aiders', accounts: ['learner', 'shopFloorLearner', 'supervisor'] },
  { name: 'Sales EMEA', rule: { kind: 'DEPARTMENTS', departments: ['Northwind / Sales / EMEA'], includeSubDepartments: true } },
  { name: 'Hired since December 2025', rule: { kind: 'HIRE_DATE', from: '2025-12-01' } },
  { name: 'Chinese speakers', rule: { kind: 'LANGUAGES', languages: ['zh'] } },
  { name: 'Shop floor to be trained in first aid', rule: { kind: 'AND', operands: [manufacturing, { kind: 'NOT', operand: { kind: 'GROUPS', groups: ['First aiders'] } }] } },
];
