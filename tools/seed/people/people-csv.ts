import type { SeedPerson } from './generate-people.ts';

const COLUMNS: readonly (readonly [column: string, field: keyof SeedPerson])[] = [
  ['employee_number', 'employeeNumber'],
  ['email', 'email'],
  ['name', 'name'],
  ['department', 'department'],
  ['position', 'position'],
  ['job_role', 'jobRole'],
  ['manager_employee_number', 'managerEmployeeNumber'],
  ['language', 'language'],
  ['time_zone', 'timeZone'],
  ['hire_date', 'hireDate'],
  ['partner_account', 'partnerAccount'],
];

/** The people as a file that the product's own import reads: RFC 4180, UTF-8, line feeds. */
export function peopleCsv(people: readonly SeedPerson[]): string {
  const rows = people.map((person) => COLUMNS.map(([, field]) => cell(person[field])).join(','));
  return `${[COLUMNS.map(([column]) => column).join(','), ...rows].join('\n')}\n`;
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
