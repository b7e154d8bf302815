/* SPDX-License-Identifier: MIT */
#ifndef SUM_H
#define SUM_H

/* Of the numbers from from up to, but without, to. */
long sum_of_squares(long from, long to);

#endif
