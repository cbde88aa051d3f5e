import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Notification.layer.css';
import '@mantine/notifications/styles.layer.css';
import { MantineThemeProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { type Icon, IconAlertCircle, IconCheck, IconInfoCircle } from './icons.ts';
import type { Notice } from './notify.ts';

const looks: Record<Notice['tone'], { color: string; icon: Icon }> = {
  success: { color: 'var(--mp-success-solid)', icon: IconCheck },
  info: { color: 'var(--mp-info-solid)', icon: IconInfoCircle },
  danger: { color: 'var(--mp-danger-solid)', icon: IconAlertCircle },
};

/** Where notices appear, on the side where no drawer has its buttons; loaded with the first of them. */
export function NotificationsHost() {
  const { t } = useTranslation('ui');
  const notification = { defaultProps: { closeButtonProps: { 'aria-label': t('action.close') } } };
  return (
    <MantineThemeProvider theme={{ components: { Notification: notification } }}>
      <Notifications position="bottom-left" limit={3} />
    </MantineThemeProvider>
  );
}

/** Shows one notice. */
export function showNotice({ tone, title, text, stays }: Notice): void {
  const { color, icon } = looks[tone];
  notifications.show({
    title,
    message: text,
    color,
    icon: createElement(icon, { size: 18, 'aria-hidden': true }),
    autoClose: stays ?? (tone === 'danger' ? false : 6000),
    role: tone === 'danger' ? 'alert' : 'status',
  });
}
