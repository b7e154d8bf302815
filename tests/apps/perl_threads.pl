# SPDX-License-Identifier: MIT
# Uses what perl builds on pthreads; prints "all right" or dies.
use strict;
use warnings;
use threads;
use threads::shared;
use Thread::Queue;
use Thread::Semaphore;

# Workers with a queue, a counting semaphore and a locked variable.
my $queue = Thread::Queue->new;
my $few   = Thread::Semaphore->new(2);
my $total : shared = 0;
my @workers = map {
    threads->create(
        sub {
            while (defined(my $item = $queue->dequeue)) {
                $few->down;
                { lock $total; $total += $item; }
                $few->up;
            }
            return 7;
        })
} 1 .. 6;
$queue->enqueue($_) for 1 .. 500;
$queue->enqueue((undef) x @workers);
my $sum = 0;
$sum += $_->join for @workers;
die "joined $sum"   unless $sum == 42;
die "total $total" unless $total == 500 * 501 / 2;

# Conditions, with a time as well; a detached thread.
my $ready : shared = 0;
my $waiter = threads->create(sub { lock $ready; cond_wait $ready until $ready; return $ready });
{ lock $ready; $ready = 5; cond_broadcast $ready; }
die 'not woken' unless $waiter->join == 5;
my $gone : shared = 0;
threads->create(sub { lock $gone; $gone = 1; cond_signal $gone })->detach;
{
    lock $gone;
    cond_timedwait($gone, time() + 30) || die 'no signal' until $gone;
}

# A thread that dies, one that is ended from outside, one with a stack of a given size.
{
    local $SIG{__WARN__} = sub { };
    my $dies = threads->create({context => 'list'}, sub { local $SIG{__WARN__} = sub { }; die "inside\n" });
    $dies->join;
    die 'no error' unless $dies->error eq "inside\n";
}
my $up : shared = 0;
my $ended = threads->create(
    sub {
        $SIG{KILL} = sub { threads->exit };
        { lock $up; $up = 1; cond_signal $up; }
        select undef, undef, undef, 0.01 while 1;
    });
{ lock $up; cond_wait $up until $up; }
$ended->kill('KILL')->join;
my $big = threads->create({stack_size => 1 << 20}, sub { });
die 'stack size' unless $big->get_stack_size == 1 << 20;
$big->join;

# The child of a fork has one thread, and can make more.
my $pid = fork;
die "fork: $!" unless defined $pid;
if ($pid == 0) {
    threads->create(sub { })->join;
    exit 9;
}
waitpid $pid, 0;
die "child: $?" unless $? >> 8 == 9;
print "all right\n";
