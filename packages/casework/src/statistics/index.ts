export * from './finished.js'
export * from './unfinished.js'
