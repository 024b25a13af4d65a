import { quarter } from './run.js'

quarter(3, 20251123)
