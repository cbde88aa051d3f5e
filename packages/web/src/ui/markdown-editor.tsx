import './styles/work.css';
import { ActionIcon, Tabs, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { type Icon, IconBold, IconCode, IconHeading, IconItalic, IconLink, IconList, IconListNumbers, IconQuote } from './icons.ts';
import classes from './markdown-editor.module.css';
import { applyMark, type Mark } from './markdown-marks.ts';
import { Markdown } from './markdown.tsx';

interface MarkdownEditorProps {
  label: string;
  value: string;
  onChange(next: string): void;
  error?: string;
  description?: string;
}

/** What a key writes while Ctrl or ⌘ is held, as word processors have it. */
const keys: Readonly<Record<string, Mark>> = { b: 'bold', i: 'italic', k: 'link' };
const shortcutOf = new Map(Object.entries(keys).map(([key, mark]) => [mark, `Control+${key.toUpperCase()} Meta+${key.toUpperCase()}`]));

const marks: readonly { readonly mark: Mark; readonly icon: Icon }[] = [
  { mark: 'bold', icon: IconBold },
  { mark: 'italic', icon: IconItalic },
  { mark: 'heading', icon: IconHeading },
  { mark: 'list', icon: IconList },
  { mark: 'numbered', icon: IconListNumbers },
  { mark: 'quote', icon: IconQuote },
  { mark: 'link', icon: IconLink },
  { mark: 'code', icon: IconCode },
];

/** Markdown to write and to look at: plain text, buttons that write the marks, and the text as readers will see it. */
export function MarkdownEditor({ label, value, onChange, error, description }: MarkdownEditorProps) {
  const { t } = useTranslation('work');
  const [view, setView] = useState<string | null>('write');
  const area = useRef<HTMLTextAreaElement>(null);
  const write = (mark: Mark) => {
    const element = area.current;
    if (!element) return;
    const next = applyMark({ text: value, from: element.selectionStart, to: element.selectionEnd }, mark, t('markdown.sampleText'));
    onChange(next.text);
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(next.from, next.to);
    });
  };
  return (
    <div className={classes.root}>
      <Tabs value={view} onChange={setView} keepMounted={false}>
        <div className={classes.head}>
          <Tabs.List aria-label={label} className={classes.tabs}>
            <Tabs.Tab value="write">{t('markdown.write')}</Tabs.Tab>
            <Tabs.Tab value="preview">{t('markdown.preview')}</Tabs.Tab>
          </Tabs.List>
          {view === 'write' && (
            <div role="group" aria-label={t('markdown.toolbar')} className={classes.tools}>
              {marks.map(({ mark, icon: IconShown }) => (
                <ActionIcon key={mark} variant="subtle" color="gray" aria-label={t(`markdown.${mark}`)} aria-keyshortcuts={shortcutOf.get(mark)} title={t(`markdown.${mark}`)} onClick={() => write(mark)}>
                  <IconShown size={18} aria-hidden />
                </ActionIcon>
              ))}
            </div>
          )}
        </div>
        <Tabs.Panel value="write">
          <Textarea
            ref={area}
            label={label}
            description={description}
            error={error}
            autosize
            minRows={8}
            maxRows={24}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            onKeyDown={(event) => {
              const mark = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? keys[event.key.toLowerCase()] : undefined;
              if (!mark) return;
              event.preventDefault();
              write(mark);
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="preview" className={classes.preview}>
          {value.trim() === '' ? <Text c="dimmed">{t('markdown.nothing')}</Text> : <Markdown text={value} />}
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
