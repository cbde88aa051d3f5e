import { IconLock } from '@milepost/web/ui/icons.ts';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { ReactNode } from 'react';

interface LockedProps {
  /** Why, and what opens it, in a sentence of the API. */
  because: string;
  /** The way to what has to be done first. */
  wayOn: ReactNode;
}

/** In place of content that cannot be done yet: why, what opens it, and the way there [L11]. */
export function Locked({ because, wayOn }: LockedProps) {
  const { t } = useTranslation('learner');
  return <EmptyState icon={IconLock} title={t('player.lockedTitle')} text={because} action={wayOn} />;
}
