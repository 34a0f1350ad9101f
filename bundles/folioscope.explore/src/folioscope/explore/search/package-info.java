/**
 * Searches the states of a program breadth first. Read {@link folioscope.explore.search.Exploration} and
 * {@link folioscope.explore.search.Search} first.
 */
package folioscope.explore.search;
