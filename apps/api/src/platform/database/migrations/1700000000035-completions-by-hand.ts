import type { MigrationInterface, QueryRunner } from 'typeorm';
import { refersTo } from '../tenant-table.ts';

/**
 * Completions that somebody records come with evidence, and a revocation is undone by the same completion once more: a fact of its own that
 * names the first one, so that what rested on it rests on it again (decision 0040).
 */
export class CompletionsByHand1700000000035 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE completion_fact ADD reinstates uuid, ADD evidence_file_id uuid,
      ADD ${refersTo('completion_fact', 'reinstates')}, ADD ${refersTo('stored_file', 'evidence_file_id')}`);
    await runner.query(`ALTER TABLE stored_file DROP CONSTRAINT stored_file_purpose_check,
      ADD CONSTRAINT stored_file_purpose_check CHECK (purpose IN ('MODULE', 'COVER', 'IMPORT', 'EVIDENCE'))`);
    await runner.query('CREATE INDEX completion_fact_by_evidence ON completion_fact (organization_id, evidence_file_id) WHERE evidence_file_id IS NOT NULL');
    await runner.query('CREATE INDEX completion_fact_reinstating ON completion_fact (organization_id, reinstates) WHERE reinstates IS NOT NULL');
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}
