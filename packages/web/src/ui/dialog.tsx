import { Modal, type ModalProps } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.tsx';

/** What lies over the page until it is closed; its cross has a name in the reader's language. */
export function Dialog(props: Omit<ModalProps, 'closeButtonProps'>) {
  const { t } = useTranslation('ui');
  return <Modal closeButtonProps={{ 'aria-label': t('action.close') }} {...props} />;
}
