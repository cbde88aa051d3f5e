import type { ApolloClient } from '@apollo/client';
import { PLAN_FILE_FORMAT, sayPlanFile, type PlanFile } from '@milepost/domain';
import { PlanFileDocument } from './plan-copies.generated.ts';

/** Saves a plan as a file on the reader's machine: what is published of it, or its draft where nothing is. Rejects when it cannot be read. */
export async function exportPlan(client: ApolloClient, { id, code }: { readonly id: string; readonly code: string }): Promise<void> {
  const { data } = await client.query({ query: PlanFileDocument, variables: { id }, fetchPolicy: 'no-cache' });
  const version = data?.learningPlan?.publishedVersion ?? data?.learningPlan?.draftVersion;
  if (!version) throw new Error('The plan has no version.');
  const address = URL.createObjectURL(new Blob([sayPlanFile(version.file as PlanFile)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${code}.${PLAN_FILE_FORMAT}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
