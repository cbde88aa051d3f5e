import { isUuid, lengthBeyond } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { problem, type UserProblem } from '../../platform/request/user-problem.ts';

/** What a module shows, and when it is complete. */
export interface ModuleContent {
  readonly kind: 'VIDEO' | 'DOCUMENT' | 'ARTICLE' | 'LINK';
  readonly fileId?: string | null;
  readonly article?: string | null;
  readonly url?: string | null;
  readonly completionRule?: 'VIEWED' | 'READ' | 'CONFIRMED' | null;
  readonly completionPercent?: number | null;
}

const articleLimit = 200_000;
const urlLimit = 2_000;
const usualRule = { VIDEO: 'VIEWED', DOCUMENT: 'VIEWED', ARTICLE: 'READ', LINK: 'CONFIRMED' } as const;
const usualPercent = 90;
const mediaTypes = { VIDEO: /^video\//, DOCUMENT: /^application\/pdf$/ } as const;

/** What is wrong with a module's content: exactly what its kind needs must be there, and be what it says. */
export async function checkModuleContent(transaction: Transaction, content: ModuleContent): Promise<UserProblem[]> {
  switch (content.kind) {
    case 'VIDEO':
    case 'DOCUMENT':
      return checkFile(transaction, content.fileId, mediaTypes[content.kind]);
    case 'ARTICLE':
      if (!content.article?.trim()) return [problem('NAME_MISSING', 'content.article')];
      return lengthBeyond(content.article, articleLimit) ? [problem('TOO_LONG', { limit: articleLimit }, 'content.article')] : [];
    case 'LINK':
      return isWebAddress(content.url) ? [] : [problem('LINK_NOT_WEB', 'content.url')];
  }
}

/** The columns of a module's content; those of other kinds become empty. */
export function contentColumns(content: ModuleContent): Record<string, unknown> {
  const hasFile = content.kind === 'VIDEO' || content.kind === 'DOCUMENT';
  const rule = content.completionRule ?? usualRule[content.kind];
  return {
    content_kind: content.kind,
    file_id: hasFile ? content.fileId : null,
    article: content.kind === 'ARTICLE' ? content.article : null,
    url: content.kind === 'LINK' ? content.url : null,
    completion_rule: rule,
    completion_percent: rule === 'VIEWED' ? Math.min(100, Math.max(1, content.completionPercent ?? usualPercent)) : null,
  };
}

async function checkFile(transaction: Transaction, fileId: string | null | undefined, mediaType: RegExp): Promise<UserProblem[]> {
  const [file] = isUuid(fileId)
    ? await transaction.query<{ media_type: string }>(
        `SELECT media_type FROM stored_file WHERE organization_id = $1 AND id = $2 AND purpose = 'MODULE'`,
        [transaction.organizationId, fileId],
      )
    : [];
  if (!file) return [problem('UNKNOWN_FILE', 'content.fileId')];
  return mediaType.test(file.media_type) ? [] : [problem('WRONG_FILE_KIND', 'content.fileId')];
}

function isWebAddress(url: string | null | undefined): boolean {
  if (!url || url.length > urlLimit) return false;
  try {
    return ['https:', 'http:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}
