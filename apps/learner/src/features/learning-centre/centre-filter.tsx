import { NativeSelect, TextInput } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconChevronDown, IconSearch } from '@milepost/web/ui/icons.ts';
import type { ListParamsControl } from '@milepost/web/ui/list-params.ts';
import { useRef } from 'react';
import type { OfferKind } from '../../gql/schema-types.ts';
import classes from './centre-filter.module.css';
import type { LearningCentreQuery } from './learning-centre.generated.ts';
import { useOfferKind } from './offer-card.tsx';

export const sorts = ['NAME', 'NEWEST'] as const;

interface CentreFilterProps {
  params: ListParamsControl;
  /** What other choices would leave; absent while it is not known. */
  facets: LearningCentreQuery['learningCentre']['facets'] | undefined;
}

/** Narrows what is found: by words, kind, catalog and whether one has it already; all of it stands in the address. */
export function CentreFilter({ params, facets }: CentreFilterProps) {
  const { t } = useTranslation('learner');
  const kindOf = useOfferKind();
  const mine = params.filters['mine']?.[0];
  const namesOfCatalogs = useSeenNames(facets?.catalogs);
  return (
    <div className={classes.root} role="search" aria-label={t('centre.filter')}>
      <div className={classes.line}>
        <TextInput
          type="search"
          className={classes.search}
          aria-label={t('centre.search')}
          placeholder={t('centre.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={params.search}
          onChange={(event) => params.setSearch(event.currentTarget.value)}
        />
        <NativeSelect
          rightSection={<IconChevronDown size={16} aria-hidden />}
          aria-label={t('centre.sort')}
          value={params.filters['sort']?.[0] ?? 'NAME'}
          onChange={(event) => params.setFilter('sort', event.currentTarget.value === 'NAME' ? [] : [event.currentTarget.value])}
          data={sorts.map((value) => ({ value, label: t(`centre.by.${value}`) }))}
        />
      </div>
      <div className={classes.groups}>
        <Chips
          label={t('centre.have')}
          chosen={mine ? [mine] : []}
          choices={[
            { value: 'no', label: t('centre.notMine'), count: facets?.notMine },
            { value: 'yes', label: t('centre.mine'), count: facets?.mine },
          ]}
          onChoose={(value) => params.setFilter('mine', mine === value ? [] : [value])}
        />
        <Chips
          label={t('centre.kinds')}
          chosen={params.filters['kind'] ?? []}
          choices={withChosen(facets?.kinds, params.filters['kind'], (value) => kindOf(value as OfferKind))}
          onChoose={(value) => params.setFilter('kind', toggled(params.filters['kind'], value))}
        />
        <Chips
          label={t('centre.catalogs')}
          chosen={params.filters['catalog'] ?? []}
          choices={withChosen(facets?.catalogs, params.filters['catalog'], (value) => namesOfCatalogs.get(value) ?? t('centre.catalogs'))}
          onChoose={(value) => params.setFilter('catalog', toggled(params.filters['catalog'], value))}
        />
      </div>
    </div>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number | undefined;
}

/** The choices that there are, and those that are chosen although nothing is left of them: else they could not be taken back. */
function withChosen(facets: readonly { readonly value: string; readonly count: number }[] = [], chosen: readonly string[] = [], labelOf: (value: string) => string): Choice[] {
  const missing = chosen.filter((value) => !facets.some((facet) => facet.value === value)).map((value) => ({ value, count: 0 }));
  return [...facets, ...missing].map(({ value, count }) => ({ value, label: labelOf(value), count }));
}

/** What catalogs are called, also of those of which nothing is left. */
function useSeenNames(catalogs: LearningCentreQuery['learningCentre']['facets']['catalogs'] | undefined): ReadonlyMap<string, string> {
  const seen = useRef(new Map<string, string>());
  for (const { value, name } of catalogs ?? []) if (name) seen.current.set(value, name);
  return seen.current;
}

interface ChipsProps {
  label: string;
  chosen: readonly string[];
  choices: readonly Choice[];
  onChoose(value: string): void;
}

function Chips({ label, chosen, choices, onChoose }: ChipsProps) {
  const format = useFormat();
  if (choices.length === 0) return null;
  return (
    <div className={classes.chips} role="group" aria-label={label}>
      {choices.map((choice) => (
        <button key={choice.value} type="button" className={classes.chip} aria-pressed={chosen.includes(choice.value)} onClick={() => onChoose(choice.value)}>
          {choice.label} {choice.count !== undefined && <span className={classes.count}>{format.number(choice.count)}</span>}
        </button>
      ))}
    </div>
  );
}

const toggled = (chosen: readonly string[] = [], value: string): readonly string[] => (chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
