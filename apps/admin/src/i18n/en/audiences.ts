/** Words of choosing an audience. */
export const audiences = {
  label: 'Who',
  everyone: 'Everyone in the organization',
  chosen: 'Chosen departments, positions, roles, partners or people',
  other: 'This audience was written by another system and is shown as a sentence. You can keep it or choose anew.',
  replace: 'Choose anew',
  people_zero: 'Nobody at this moment',
  people_one: '{{number}} person at this moment',
  people_other: '{{number}} people at this moment',
  sample_zero: '{{names}}',
  sample_one: '{{names}} and {{number}} more',
  sample_other: '{{names}} and {{number}} more',
  counting: 'Counting…',
  failed: 'The count could not be read. What you chose is kept.',
} as const;
