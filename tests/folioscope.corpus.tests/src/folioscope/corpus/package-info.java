/**
 * Runs the whole program on real patches and compares what it says with what people have said about them: the corpus
 * and the seeds. The tests lie in src_test and use the bundles as the command line does.
 */
package folioscope.corpus;
