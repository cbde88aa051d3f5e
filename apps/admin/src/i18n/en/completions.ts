/** Words of completions that are recorded for people. */
export const completions = {
  import: {
    action: 'Import completions',
    title: 'Import completions',
    columns: 'Four columns in this order: who, training type (module, course, certification or plan), name as it is listed, and date as yyyy-mm-dd. One row for each completion.',
    templateText: 'With two example rows. Delete them, or they are reported as errors.',
    further: 'Record further completions',
    furtherText: 'Who has completed it already gets one more, of another day. Otherwise such rows are left out.',
    upload: 'Completions as CSV or XLSX',
    analysing: 'Analysing the file… You can leave this page; the analysis goes on, and stands under Progress.',
    ready: 'Nothing has been recorded yet. Look through the rows, then import the new ones.',
    stale: 'Something has changed since the analysis. These are the new figures; look again, then import.',
    nothing: 'There is nothing new in this file.',
    again: 'Choose another file',
    commit_one: 'Import {{number}} completion',
    commit_other: 'Import {{number}} completions',
    confirmTitle_one: 'Import {{number}} completion?',
    confirmTitle_other: 'Import {{number}} completions?',
    confirmText: 'Courses and plans follow. {{completed}} rows of who has completed it already, and {{errors}} rows with errors, are left out.',
    done: 'The completions are recorded.',
    toReport: 'To the report, and undo',
  },
} as const;
