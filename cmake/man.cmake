# SPDX-License-Identifier: MIT
# The manual pages, man/*. A page has several names if several functions or programs are in it. For each
# of the other ones there is a page that refers to it. All are put together in the build tree, where
# `man -M build/share/man` reads them, and installed from there.
set(PTHIN_BUILD_MANDIR ${CMAKE_BINARY_DIR}/share/man)

file(REMOVE_RECURSE ${PTHIN_BUILD_MANDIR})

function(pthin_man_pages)
    file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/man/*.[137])
    foreach(page IN LISTS pages)
        get_filename_component(name ${page} NAME_WLE)
        get_filename_component(section ${page} LAST_EXT)
        string(SUBSTRING ${section} 1 -1 section)
        set(folder ${PTHIN_BUILD_MANDIR}/man${section})
        configure_file(${page} ${folder}/${name}.${section} COPYONLY)
        # The names stand before .Nd, where the description of the page begins.
        file(READ ${page} text)
        string(REGEX REPLACE "\n\\.Nd .*" "" text "${text}")
        string(REGEX MATCHALL "\n\\.Nm [^ \n]+" lines "${text}")
        foreach(line IN LISTS lines)
            string(REGEX REPLACE "^\n\\.Nm " "" other "${line}")
            if(NOT other STREQUAL name)
                file(WRITE ${folder}/${other}.${section} ".so man${section}/${name}.${section}\n")
            endif()
        endforeach()
    endforeach()
endfunction()

pthin_man_pages()
install(DIRECTORY ${PTHIN_BUILD_MANDIR}/ DESTINATION ${CMAKE_INSTALL_MANDIR})
