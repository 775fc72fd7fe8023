/* What the folds give beyond learning.d.ts. Read by tsc only. */

interface ReviewItem {
  /** local date of its latest response */ reviewed: string;
  /** it must still come before the exam */ is_needed: boolean;
}
