import { Button } from '@mantine/core';
import { useAct } from '@milepost/web/apollo/use-act.ts';
import { useLanguage } from '@milepost/web/i18n/language-context.tsx';
import { IconPlus } from '@milepost/web/ui/icons.ts';
import { useState } from 'react';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { ContentForm } from './content-form.tsx';
import { CreateCourseDocument } from './content.generated.ts';

/** Creates a course and opens its page, where its modules are added. */
export function CreateCourseButton() {
  const { t } = useTranslation(['content', 'ui']);
  const { language } = useLanguage();
  const act = useAct();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t('createCourse')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} size="lg" title={t('createCourse')}>
        <ContentForm
          first={{ name: '', description: '', durationMinutes: null, language }}
          withLanguage
          submitLabel={t('form.create')}
          submit={async (fields) => {
            const answer = await act(CreateCourseDocument, fields);
            return answer.is === 'FAILED' ? answer : { is: 'ANSWERED', data: answer.data.createCourse };
          }}
          onDone={(contentId) => void navigate(paths.contentItem.to({ contentId }))}
          onCancel={() => setOpened(false)}
        />
      </Dialog>
    </>
  );
}
