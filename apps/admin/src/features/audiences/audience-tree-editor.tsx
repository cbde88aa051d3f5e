import { ActionIcon, Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconPlus, IconTrash } from '@milepost/web/ui/icons.ts';
import { useAnnounce } from '@milepost/web/ui/live-region.tsx';
import { AudienceCondition } from './audience-condition.tsx';
import classes from './audience-tree-editor.module.css';
import { type Combination, newCombination, newCondition, type Part, replacePart } from './audience-tree.ts';

/** How deep brackets may stand in brackets: the API takes eight levels, each negation being one of them. */
const deepest = 3;

/** Writes an audience as conditions combined by and, or and not, in brackets where needed (2.1). */
export function AudienceTreeEditor({ tree, onChange }: { tree: Combination; onChange(next: Combination): void }) {
  const change = (key: string, next: Part | undefined) => onChange(key === tree.key ? (next as Combination) : replacePart(tree, key, next));
  return <CombinationFields combination={tree} depth={0} onChange={change} />;
}

interface CombinationFieldsProps {
  combination: Combination;
  depth: number;
  number?: number;
  /** Replaces a part by its key; without one it is taken out. */
  onChange(key: string, next: Part | undefined): void;
}

function CombinationFields({ combination, depth, number = 1, onChange }: CombinationFieldsProps) {
  const { t } = useTranslation('audiences');
  const announce = useAnnounce();
  const { how, parts, key, not } = combination;
  const add = (part: Part, said: string) => {
    onChange(key, { ...combination, parts: [...parts, part] });
    announce(said);
  };
  const remove = (part: Part, place: number) => {
    onChange(part.key, undefined);
    announce(t('tree.removed', { number: place }));
  };
  return (
    <fieldset className={classes.combination} data-depth={depth}>
      <legend className={classes.legend}>{depth === 0 ? t('tree.label') : t('tree.brackets', { number })}</legend>
      <Group align="flex-end" gap="xs">
        <NativeSelect
          className={classes.kind}
          label={t('tree.how')}
          value={how}
          data={[
            { value: 'AND', label: t('tree.all') },
            { value: 'OR', label: t('tree.any') },
          ]}
          onChange={(event) => onChange(key, { ...combination, how: event.currentTarget.value as Combination['how'] })}
        />
        {depth > 0 && (
          <>
            <Checkbox className={classes.not} label={t('tree.not')} checked={not} onChange={(event) => onChange(key, { ...combination, not: event.currentTarget.checked })} />
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('tree.removeBrackets', { number })} onClick={() => onChange(key, undefined)}>
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </>
        )}
      </Group>
      <ul className={classes.parts}>
        {parts.map((part, index) => (
          <li key={part.key}>
            {part.is === 'CONDITION' ? (
              <AudienceCondition
                condition={part}
                number={index + 1}
                onChange={(next) => onChange(part.key, next)}
                onRemove={depth > 0 || parts.length > 1 ? () => remove(part, index + 1) : undefined}
              />
            ) : (
              <CombinationFields combination={part} depth={depth + 1} number={index + 1} onChange={onChange} />
            )}
          </li>
        ))}
      </ul>
      <Group gap="xs">
        <Button variant="light" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add(newCondition(), t('tree.added'))}>
          {t('tree.add')}
        </Button>
        {depth < deepest && (
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add(newCombination(how === 'AND' ? 'OR' : 'AND'), t('tree.addedBrackets'))}>
            {t('tree.addBrackets')}
          </Button>
        )}
      </Group>
    </fieldset>
  );
}
