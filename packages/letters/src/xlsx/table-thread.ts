import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { fileFromThread } from '../file-thread.js'
import { type TableFile, tableXlsx } from './table-file.js'

const isTable = (data: unknown): data is TableFile => typeof data === 'object' && data !== null && 'columns' in data

if (!isMainThread && isTable(workerData)) parentPort?.postMessage(new Uint8Array(await tableXlsx(workerData)))

/** {@link tableXlsx} in a thread of its own: thousands of rows take most of a second. */
export const tableInThread = (table: TableFile): Promise<Uint8Array> => fileFromThread(import.meta.url, table)
