import { DISK_BUGS } from './bugs/disk.ts';
import { RULE_BUGS } from './bugs/rules.ts';
import { RUN_BUGS } from './bugs/run.ts';
import { TRAFFIC_BUGS } from './bugs/traffic.ts';
import type { SeededBug } from './seeded-bug.ts';

export const ALL_BUGS: readonly SeededBug[] = [...RUN_BUGS, ...RULE_BUGS, ...DISK_BUGS, ...TRAFFIC_BUGS];
