import { readFileSync } from 'node:fs'

const field = (pid: number, name: 'VmRSS' | 'VmHWM'): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}

/** Resident memory of a process in MB; NaN where the system does not tell (Linux only). */
export const residentMb = (pid: number): number => field(pid, 'VmRSS')

/** The most it ever was, in MB. */
export const peakMb = (pid: number): number => field(pid, 'VmHWM')
