import type { Notice } from '../notice.js'
import { cn2019 } from './cn-2019.js'
import { cn2020 } from './cn-2020.js'
import { cn2021 } from './cn-2021.js'
import { cn2022 } from './cn-2022.js'
import { cn2023 } from './cn-2023.js'
import { cn2024 } from './cn-2024.js'
import { cn2025 } from './cn-2025.js'
import { cn2026 } from './cn-2026.js'

/** Every yearly arrangement the product ships, in order. A new year is a file here, or an import at run time. */
export const notices: readonly Notice[] = [cn2019, cn2020, cn2021, cn2022, cn2023, cn2024, cn2025, cn2026]
