import { Worker } from 'node:worker_threads'

/**
 * A file made in a thread that ends with it: seconds of typesetting must not stand in the way of a request. `module` is
 * the one to run there; it posts the file's bytes. Rejects with whatever went wrong there.
 */
export const fileFromThread = (module: string, job: object): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(module), { workerData: job })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread ended without a file')))
  })
