import { readdirSync, readFileSync } from 'node:fs'

/** One process of /proc: whose child it is, and milliseconds of CPU, those of children that ended among them. */
type Process = { readonly pid: number; readonly parent: number; readonly cpu: number }

/** Linux counts in hundredths of a second towards programs, on every machine. */
const tickMs = 10

/** /proc/PID/stat (proc(5)): behind the name in brackets come state, parent; utime, stime, cutime, cstime are 14 to 17. */
const readProcess = (pid: number): Process[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = rest.slice(11, 15).reduce((sum, text) => sum + Number(text), 0)
    return [{ pid, parent: Number(rest[1]), cpu: ticks * tickMs }]
  } catch {
    return []
  }
}

/** Milliseconds of CPU that all processes below one have used, however deep. Linux only. */
export const cpuBelow = (pid: number): number => {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readProcess(Number(name)) : []))
  const sumBelow = (parent: number): number =>
    all.filter((one) => one.parent === parent).reduce((sum, one) => sum + one.cpu + sumBelow(one.pid), 0)
  return sumBelow(pid)
}
