// SPDX-License-Identifier: MIT
//
// A program with many threads in Java, for ./dev bench apps: threads that are created and joined, producers and
// consumers at a queue, and a monitor that all want.
//
//     java Threads ITEMS
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;

public class Threads {
    static final int PAIRS = 4;
    static long total;

    static synchronized void add(int value) {
        total += value;
    }

    static void runAll(List<Runnable> bodies) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Runnable body : bodies) {
            Thread thread = new Thread(body);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads)
            thread.join();
    }

    public static void main(String[] arguments) throws InterruptedException {
        int items = Integer.parseInt(arguments[0]);
        for (int batch = 0; batch < items / 2000; batch++) {
            List<Runnable> bodies = new ArrayList<>();
            for (int i = 0; i < 50; i++)
                bodies.add(() -> add(1));
            runAll(bodies);
        }
        long short_lived = total;
        ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(64);
        List<Runnable> bodies = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            bodies.add(() -> {
                try {
                    for (int i = 0; i < items; i++)
                        queue.put(1);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            bodies.add(() -> {
                try {
                    for (int i = 0; i < items; i++)
                        add(queue.take());
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
        }
        runAll(bodies);
        if (total - short_lived != (long) PAIRS * items)
            System.exit(1);
    }
}
