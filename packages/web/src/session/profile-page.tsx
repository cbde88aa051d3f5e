import '../ui/styles/work.css';
import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { sameClock } from '../i18n/calendar-date.ts';
import { useFormat } from '../i18n/format.ts';
import { browserTimeZone } from '../i18n/reader-zone.tsx';
import { ColourSchemeSwitch } from '../ui/colour-scheme-switch.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { ChangePasswordForm } from './change-password-form.tsx';
import { FormError } from './form-error.tsx';
import { useSession, useViewer } from './session-context.tsx';
import classes from './session-pages.module.css';

/** A person's own page: who they are here, how things are shown to them, and their sign-ins. */
export function ProfilePage() {
  const { t } = useTranslation('session');
  return (
    <div>
      <PageHeading title={t('profile.title')} />
      <div className={classes.profile}>
        <About />
        <Display />
        <Security />
      </div>
    </div>
  );
}

function About() {
  const { t } = useTranslation('session');
  const viewer = useViewer();
  return (
    <section className={classes.section}>
      <Title order={2} size="h3">
        {t('profile.about')}
      </Title>
      <dl className={classes.facts}>
        <dt>{t('profile.name')}</dt>
        <dd>{viewer.displayName}</dd>
        <dt>{t('profile.email')}</dt>
        <dd>{viewer.email ?? t('profile.none')}</dd>
        <dt>{t('profile.employeeNumber')}</dt>
        <dd>{viewer.employeeNumber ?? t('profile.none')}</dd>
        <dt>{t('profile.organization')}</dt>
        <dd>{viewer.organization.name}</dd>
      </dl>
      <Text size="sm" c="dimmed">
        {t('profile.changedByAdmin')}
      </Text>
    </section>
  );
}

function Display() {
  const { t } = useTranslation('session');
  const format = useFormat();
  const viewer = useViewer();
  const now = new Date();
  const zone = viewer.timeZone ?? browserTimeZone();
  return (
    <section className={classes.section}>
      <Title order={2} size="h3">
        {t('profile.display')}
      </Title>
      <div className={classes.row}>
        <LanguageSwitch withLabel />
        <ColourSchemeSwitch withLabel />
      </div>
      <dl className={classes.facts}>
        <dt>{t('profile.timeZone')}</dt>
        <dd>
          {format.zoneName(zone)} ({zone})
        </dd>
      </dl>
      <Text size="sm" c="dimmed">
        {t('profile.timeZoneText', { time: format.dateTime(now, { timeZone: zone }) })}{' '}
        {!sameClock(zone, browserTimeZone(), now) && t('profile.timeZoneDiffers', { zone: format.zoneName(browserTimeZone()) })}
      </Text>
    </section>
  );
}

function Security() {
  const { t } = useTranslation('session');
  const { leaveEverywhere } = useSession();
  const [failed, setFailed] = useState(false);
  const [working, setWorking] = useState(false);
  const leave = async () => {
    setWorking(true);
    setFailed(false);
    try {
      await leaveEverywhere();
    } catch {
      setFailed(true);
      setWorking(false);
    }
  };
  return (
    <section className={classes.section}>
      <Title order={2} size="h3" mb="sm">
        {t('profile.security')}
      </Title>
      <ChangePasswordForm />
      <Title order={3} size="h4" mt="lg">
        {t('profile.everywhereTitle')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('profile.everywhereText')}
      </Text>
      {failed && <FormError text={t('failed')} />}
      <Button variant="default" loading={working} onClick={() => void leave()}>
        {t('profile.everywhere')}
      </Button>
    </section>
  );
}
