import { Worker } from 'node:worker_threads'
import type { LabelOrder } from '../mailing/lay-labels.js'
import type { PrintedFile, SheetsOrder } from '../mailing/print-mailing.js'
import type { SealLook } from '../seal/look.js'
import { aroundLetters } from '../template/beside.js'
import { takeSnapshot } from '../template/files.js'
import { foldersWith } from '../template/template.js'
import { type Words, wordsOf } from '../template/words.js'
import type { Editable } from './edit-letter.js'
import {
  type EditOrder,
  type Job,
  type PressOptions,
  type PrintOrder,
  type Reply,
  type Request,
  type Result,
  type ThreadData,
  unpackError,
} from './message.js'
import type { Printed } from './print-letter.js'

/** A handle onto one printing thread, so that 10 ms of typesetting never stand in the way of a request. */
export type Press = {
  /** Rejects with FieldsError, TemplateError, MissingGlyphError or FontError. */
  print(order: PrintOrder): Promise<Printed>
  /** The same letter as a DOCX. Rejects as `print` does. */
  edit(order: EditOrder): Promise<Editable>
  /** Address labels; `date` is the file's. Rejects with FieldsError: a character that cannot be printed, words that do not fit. */
  printLabels(order: LabelOrder, date: string): Promise<PrintedFile>
  /** Several sheets of one form in one file; rejects as `print` does. */
  printSheets(order: SheetsOrder, date: string): Promise<PrintedFile>
  /** The characters of a text that no font here can print, each once. */
  missingCharacters(text: string): Promise<string[]>
  /** What a test signature shows where a seal would be: that it is none. */
  testMark(): Promise<SealLook>
  /** The organ's picture of its seal (PNG), `width` millimetres wide. Rejects with SealPictureError. */
  pictureLook(png: Uint8Array, width: number): Promise<SealLook>
  /** What the letters are called, and what the mails say. */
  readonly words: Words
  /** Ends the thread; what it was doing is rejected. A later order starts a new one. */
  close(): Promise<void>
}

type Waiting = { resolve(result: Result): void; reject(error: Error): void }

/** Typesetting makes much short-lived garbage; a small nursery costs it no time and halves the thread's memory. */
const maxYoungGenerationSizeMb = 8

/** Milliseconds without an order after which the thread goes, and with it some 150 MB of open fonts. */
const usualRest = 30_000

/** Folders of an organ's own are read when the press opens, and hold until it is opened again: no half-saved word is printed. */
const threadData = (options: PressOptions): ThreadData => {
  const own = options.folders?.filter((folder) => !foldersWith(undefined).includes(folder)) ?? []
  return { ...options, snapshot: takeSnapshot(own.flatMap(aroundLetters)) }
}

/** The thread starts with the first order, keeps the process alive only while it works, and starts anew after a crash. */
export function openPress({ restAfter = usualRest, ...options }: PressOptions & { restAfter?: number } = {}): Press {
  const workerData = threadData(options)
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let resting: NodeJS.Timeout | undefined
  let lastId = 0

  const fail = (worker: Worker, error: Error): void => {
    if (worker !== thread) return
    thread = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const rest = (): void => {
    const tired = thread
    thread = undefined
    void tired?.terminate()
  }
  const settle = (reply: Reply): void => {
    const order = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (waiting.size === 0) {
      thread?.unref()
      resting = setTimeout(rest, restAfter).unref()
    }
    if ('failure' in reply) order?.reject(unpackError(reply.failure))
    else order?.resolve(reply.result)
  }
  // The process's own flags (--input-type, --import …) are not the thread's.
  const start = (): Worker => {
    const script = new URL('./press-thread.js', import.meta.url)
    const worker = new Worker(script, {
      workerData,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb },
    })
    worker.on('message', settle)
    worker.on('error', (error) => fail(worker, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => fail(worker, new Error('印制线程已停止')))
    return worker
  }
  const ask = (job: Job): Promise<Result> =>
    new Promise((resolve, reject) => {
      clearTimeout(resting)
      thread ??= start()
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      thread.ref()
      thread.postMessage({ id: lastId, job } satisfies Request)
    })
  return {
    print: async (order) => (await ask({ kind: 'print', order })) as Printed,
    edit: async (order) => (await ask({ kind: 'edit', order })) as Editable,
    printLabels: async (order, date) => (await ask({ kind: 'labels', order, date })) as PrintedFile,
    printSheets: async (order, date) => (await ask({ kind: 'sheets', order, date })) as PrintedFile,
    words: wordsOf(options.folders),
    testMark: async () => (await ask({ kind: 'testMark' })) as SealLook,
    pictureLook: async (png, width) => (await ask({ kind: 'pictureLook', png, width })) as SealLook,
    missingCharacters: async (text) => (await ask({ kind: 'missing', text })) as string[],
    close: async () => {
      clearTimeout(resting)
      await thread?.terminate()
    },
  }
}
