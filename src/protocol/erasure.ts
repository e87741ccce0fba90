// Erasing a case: what an administrator asks of the server (S11). The answer is empty.
import * as z from 'zod/mini';
import { idSchema } from '#domain/id.ts';

export const erasureRequestSchema = z.strictObject({ caseId: idSchema });
