import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ticksPerSecond = 100;

/** Processor time that a process and its ended children have taken, in milliseconds; undefined where the system does not tell. */
export function cpuMilliseconds(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * 1000) / ticksPerSecond;
  } catch {
    return undefined;
  }
}

/** Processor time of a database server: of its postmaster and all who work for it now or have done so. */
export function databaseCpuMilliseconds(clusterDir: string): number | undefined {
  try {
    const postmaster = Number(readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'latin1').trim().split(' ').map(Number);
    return [postmaster, ...children].reduce((sum, pid) => sum + (cpuMilliseconds(pid) ?? 0), 0);
  } catch {
    return undefined;
  }
}
